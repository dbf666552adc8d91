import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RoomDebrief, SeatDebrief } from './debrief-screen.tsx'
import { madeUpNames, madeUpRoom, madeUpSeat, scene } from './made-up-room.ts'
import { corrected, crowded, retaken } from './made-up-scenes.ts'
import { momentsByLine } from './transcript.tsx'

const nameOf = (person: string) => madeUpNames[person] ?? ''
type Change = Parameters<typeof madeUpSeat>[0]
const seat = (change: Change) =>
  renderToStaticMarkup(createElement(SeatDebrief, { view: madeUpSeat(change), nameOf, back: '/play/' }))

test('After the reveal both briefs, all ratings and what a strong officer would have noticed are there', () => {
  const markup = seat({})
  const { customer, officer, debrief } = madeUpRoom()
  for (const text of [
    customer?.need,
    officer?.handledWell,
    debrief?.strongOfficer,
    ...(debrief?.questions ?? []),
  ]) {
    expect(markup).toContain(text)
  }
  expect(markup).toContain('Not observable')
  expect(markup).toContain('Not answered')
  expect(markup).toContain('I hid behind the rule at first.')
  expect(markup).not.toMatch(/NaN|undefined|\[object/)
})

test('Before the reveal nothing of the scene is shown, and it is said what opens it', () => {
  const markup = seat({ revealed: false, finished: ['p1'], phase: { name: 'rating', endsAt: 0 } })
  expect(markup).toContain('The debrief is not open yet.')
  expect(markup).toContain('1 of 3 have finished rating.')
  expect(markup).not.toContain(madeUpRoom().card.title)
})

test('Retakes have timelines of their own; six hundred lines are no trouble', () => {
  const markup = seat({ scenes: [scene('r1-1.1', corrected), scene('r1-1.2', retaken)] })
  expect(markup).toContain('Retake 1')
  expect(markup).toContain('Starts again from 1:24 of the scene.')
  expect(seat({ scenes: [scene('r1-1.1', crowded)] })).toContain('Line 600')
})

test('An instructor is told when the room does not see it yet, and when the round is over', () => {
  const head = { title: 'Tuesday', medium: 'typed' } as const
  const watch = (room: ReturnType<typeof madeUpRoom> | null) =>
    renderToStaticMarkup(
      createElement(RoomDebrief, {
        view: { kind: 'watch', language: 'en', room: room && { ...room, twists: [], answers: [] } },
        me: null,
        class: head,
        nameOf,
        back: '/console/',
      }),
    )
  expect(watch(madeUpRoom({ seat: 'instructor', revealed: false }))).toContain(
    'The room does not see this yet.',
  )
  expect(watch(null)).toContain('The round of this room is over.')
})

test('A moment stands beside its own line, else beside the last line before it, and far from any beside none', () => {
  const line = (n: number, offset: number) => ({ n, seat: 'officer', how: 'say', text: '', offset }) as const
  const moment = (id: string, offset: number, more: object = {}) =>
    ({ id, as: 'observer', mark: 'helped', offset, ...more }) as const
  const beside = momentsByLine({
    lines: [line(1, 1_000), line(2, 9_000)],
    moments: [
      moment('m1', 9_500),
      moment('m2', 50_000, { line: 1 }),
      moment('m3', 50_000),
      moment('m4', 9_500, { cue: { kind: 'calmer', index: 0 } }),
    ],
  })
  expect([...beside].map(([n, moments]) => [n, moments.map(({ id }) => id)])).toEqual([
    [2, ['m1']],
    [1, ['m2']],
  ])
})
