import { type ClassEvent, type ClassState, evolve } from '@evenkeel/classroom'
import { Wall, type WallFrame } from '@evenkeel/server'
import { expect, test } from 'vitest'
import { ClassTime } from './class-time.ts'
import { playedWall } from './played-wall.ts'

/** Plays the events at their times and gives each frame with its time, counted from the first event. */
function framesOf(start: ClassState, events: readonly ClassEvent[]) {
  let state = start
  const frames: { readonly at: number; readonly frame: WallFrame }[] = []
  const began = events[0]?.at ?? 0
  const clock = new ClassTime(began)
  const wall = new Wall({
    clock,
    state: () => state,
    signs: () => ({}),
    send: frame => frames.push({ at: clock.now() - began, frame }),
  })
  wall.watch(true)
  wall.wholeFrame()
  for (const event of events) {
    // A timer is run at its own moment, not with the next event.
    while (clock.now() < event.at) clock.comeTo(Math.min(event.at, clock.now() + 5))
    state = evolve(state, event)
    wall.heed([event])
  }
  wall.stop()
  return frames
}

test('[V22] where everything moves a frame comes every 0.6 seconds, and a call for help does not wait for them', async () => {
  const { start, events } = await playedWall(40, 40 * 5 * 3)
  const played = events.map(({ event }) => event)
  const busy = framesOf(start, played)
  expect(busy.map(({ at }) => Math.round(at / 50) * 50)).toEqual([250, 850, 1450, 2050, 2650])
  expect(Object.keys(busy[2]?.frame.changes ?? {}).length).toBeGreaterThan(30)

  const at = (played[0]?.at ?? 0) + 1_300
  const index = played.findIndex(event => event.at >= at)
  const call: ClassEvent = {
    ...{ seq: 0, at, actor: 'p7', commandId: 'help-me-now', type: 'HelpCalled', v: 1 },
    data: { person: 'p7' },
  }
  const numbered = [...played.slice(0, index), call, ...played.slice(index)].map((event, n) => ({
    ...event,
    seq: start.seq + 1 + n,
  }))
  const helped = framesOf(start, numbered).find(({ frame }) =>
    Object.values(frame.changes ?? {}).some(({ help }) => help?.includes('p7')),
  )
  expect(helped?.at).toBeGreaterThan(1_300)
  expect(helped?.at).toBeLessThanOrEqual(1_560)
})

test('[V22] where few rooms move there are four frames a second', async () => {
  const { start, events } = await playedWall(8, 8 * 20)
  const frames = framesOf(
    start,
    events.map(({ event }) => event),
  )
  for (const [index, { at }] of frames.entries()) {
    const before = frames[index - 1]?.at ?? at - 250
    expect(at - before).toBeGreaterThanOrEqual(250)
    expect(at - before).toBeLessThan(300)
  }
})
