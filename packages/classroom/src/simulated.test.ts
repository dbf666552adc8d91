import { expect, test } from 'vitest'
import { evolve } from './evolve.ts'
import { unopened } from './fold.ts'
import { oneRoom } from './testing/one-room.ts'
import { viewOf } from './view/view-of.ts'
import { CONSOLE, PROJECTOR } from './view/viewer.ts'

const viewers = [{ kind: 'person', person: 'p2' }, CONSOLE, PROJECTOR] as const

test('[B3] a simulated class says so on every screen, and no other class does', () => {
  const { events } = oneRoom('scene')
  const foldOf = (simulated: boolean) =>
    events.reduce((state, event) => {
      const marked = event.type === 'ClassOpened' && simulated
      return evolve(state, marked ? { ...event, data: { ...event.data, simulated: true } } : event)
    }, unopened('c1'))
  for (const viewer of viewers) {
    expect(viewOf(viewer, foldOf(true))).toMatchObject({ class: { simulated: true } })
    expect(JSON.stringify(viewOf(viewer, foldOf(false)))).not.toContain('simulated')
  }
})
