import fc from 'fast-check'
import { expect, test } from 'vitest'
import { played, SPEEDS, sceneAt } from './playhead.ts'
import { curve, line, moment, told } from './testing/told.ts'
import { levelAt, timelineOf } from './timeline.ts'

const timeline = timelineOf(
  told({
    curve: curve([4, 0], [6, 10], [3, 30]),
    lines: [line(1, 5, 'customer'), line(2, 10), line(3, 40)],
    moments: [moment('m1', 12)],
  }),
)

test('[I14] what happened up to the playhead, and nothing after it', () => {
  expect(sceneAt(timeline, 9_999)).toMatchObject({
    level: 4,
    lines: [{ n: 1 }],
    moments: [],
    previous: 5_000,
    next: 10_000,
  })
  expect(sceneAt(timeline, 10_000)).toMatchObject({ level: 6, lines: [{ n: 1 }, { n: 2 }], next: 12_000 })
  expect(sceneAt(timeline, 60_000)).toMatchObject({
    level: 3,
    moments: [{ id: 'm1' }],
    next: null,
    previous: 40_000,
  })
  expect(sceneAt(timeline, 0)).toMatchObject({ level: 4, lines: [], previous: null, next: 5_000 })
})

test('[I14] it never leaves the scene', () => {
  for (const offset of [-5, Number.NaN, Number.POSITIVE_INFINITY, 1e12]) {
    const { offset: at } = sceneAt(timeline, offset)
    expect(at).toBeGreaterThanOrEqual(0)
    expect(at).toBeLessThanOrEqual(60_000)
  }
  expect(played(timeline, 59_000, 5_000, 16)).toBe(60_000)
  expect(played(timeline, 1_000, -50, 2)).toBe(1_000)
  expect(played(timeline, 1_000, 500, 4)).toBe(3_000)
  expect(SPEEDS).toEqual([1, 2, 4, 8, 16])
})

test('[I14] an empty scene has one point', () => {
  const empty = timelineOf(told({ played: 0, curve: [] }))
  expect(sceneAt(empty, 10)).toEqual({
    offset: 0,
    level: null,
    corrected: false,
    lines: [],
    moments: [],
    previous: null,
    next: null,
  })
})

test('[I14] stepping through next visits every entry once and ends at the end; the level is the curve’s', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(60)), { maxLength: 12 })
  const seconds = fc.array(fc.nat(60), { maxLength: 12 })
  fc.assert(
    fc.property(points, seconds, (raw, said) => {
      const steps = raw
        .toSorted((a, b) => a[1] - b[1])
        .filter(([, at], index, all) => all.findIndex(other => other[1] === at) === index)
      const scene = told({
        curve: [
          { level: 4, offset: 0 },
          ...steps
            .filter(([, at]) => at > 0)
            .map(([level, at]) => ({ level: level as 1, offset: at * 1_000 })),
        ],
        lines: said.toSorted((a, b) => a - b).map((at, index) => line(index + 1, at)),
      })
      const reading = timelineOf(scene)
      const visited = new Set<number>([0])
      for (let at: number | null = 0; at !== null; at = sceneAt(reading, at).next) {
        visited.add(at)
        expect(sceneAt(reading, at).level).toBe(levelAt(scene.curve ?? [], at))
      }
      for (const entry of reading.entries) expect(visited.has(entry.offset)).toBe(true)
      expect(visited.has(scene.played)).toBe(true)
    }),
  )
})
