import { timelineOf } from '@evenkeel/insight/scene'
import { expect, test } from 'vitest'
import { crowded, emptyScene, fiveMinutes } from './made-up-scenes.ts'
import { type Frames, Playhead } from './playhead.ts'
import { asTold, type ShownScene } from './shown-scene.ts'
import { lineAt, momentAt } from './use-playhead.ts'

/** A browser whose frames come when a test says so. */
function made(scene: ShownScene, still = false) {
  let due: ((ms: number) => void) | undefined
  let now = 0
  const frames: Frames = {
    request: then => {
      due = then
      return 1
    },
    cancel: () => {
      due = undefined
    },
    still: () => still,
  }
  const head = new Playhead(timelineOf(asTold(scene)), 'p', frames)
  const shown: number[] = []
  head.subscribe(() => shown.push(head.state.instant.offset))
  const run = (ms: number, each = 50) => {
    for (let passed = 0; passed <= ms && due !== undefined; passed += each) {
      const then = due
      due = undefined
      then(now)
      now += each
    }
  }
  return { head, shown, run, waits: () => due !== undefined }
}

test('it plays as fast as it is told to, and stops at the end', () => {
  const { head, run, waits } = made(fiveMinutes)
  head.play()
  run(1_000)
  expect(head.state.instant.offset).toBe(1_000)
  head.speedUp(16)
  run(1_000)
  expect(head.state.instant.offset).toBeGreaterThan(16_000)
  head.seek(fiveMinutes.played - 100)
  run(1_000)
  expect(head.state).toMatchObject({ playing: false, instant: { offset: fiveMinutes.played, next: null } })
  expect(waits()).toBe(false)
  head.play()
  expect(head.state.instant.offset).toBe(0)
})

test('with less motion it moves once a second and comes as far', () => {
  const { head, shown, run } = made(fiveMinutes, true)
  head.play()
  run(10_000)
  const places = new Set(shown)
  expect(head.state.instant.offset).toBe(10_000)
  expect(places.size).toBe(11)
})

test('the arrows go through every entry and back; at an end they stay', () => {
  const { head } = made(fiveMinutes)
  const there: number[] = [0]
  for (let last = -1; last !== head.state.instant.offset; ) {
    last = head.state.instant.offset
    head.step('next')
    if (head.state.instant.offset !== last) there.push(head.state.instant.offset)
  }
  const offsets = timelineOf(asTold(fiveMinutes)).entries.map(({ offset }) => offset)
  expect(there).toEqual([...new Set([0, ...offsets, fiveMinutes.played])].sort((a, b) => a - b))
  for (const back of there.toReversed().slice(1)) {
    head.step('previous')
    expect(head.state.instant.offset).toBe(back)
  }
})

test('line and moment follow; a chosen moment stays chosen until the playhead moves on', () => {
  const { head } = made(fiveMinutes)
  expect([lineAt(head.state), momentAt(head.state)]).toEqual([0, undefined])
  head.seek(131_000)
  expect(momentAt(head.state)).toBe('m4')
  head.seek(130_000, 'm3')
  expect(momentAt(head.state)).toBe('m3')
  head.step('next')
  expect(momentAt(head.state)).not.toBe('m3')
})

test('a scene that grows keeps its place; one of no length does not play', () => {
  const { head } = made(fiveMinutes)
  head.seek(60_000)
  head.turnTo(timelineOf(asTold({ ...fiveMinutes, played: 30_000 })))
  expect(head.state.instant.offset).toBe(30_000)
  const none = made({ ...emptyScene, played: 0 })
  none.head.play()
  expect(none.head.state.playing).toBe(false)
})

test('a tab that slept goes on where it was', () => {
  const { head, run } = made(crowded)
  head.play()
  run(100, 100)
  run(60_000, 60_000)
  expect(head.state.instant.offset).toBeLessThan(1_000)
})
