import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTold, curve, line, moment, told } from './testing/told.ts'
import { levelAt, timelineOf } from './timeline.ts'

test('segments are the steps between the points, from the start to the end of the scene', () => {
  const { segments } = timelineOf(told({ curve: curve([4, 0], [6, 10], [3, 40]) }))
  expect(segments).toEqual([
    { from: 0, to: 10_000, level: 4, corrected: false },
    { from: 10_000, to: 40_000, level: 6, corrected: false },
    { from: 40_000, to: 60_000, level: 3, corrected: false },
  ])
})

test('[M5] a corrected curve counts from its first point on; the one first tapped stands beside it', () => {
  const scene = told({ curve: curve([4, 0], [6, 10], [3, 40]), corrected: curve([5, 20], [2, 50]) })
  const { segments, first } = timelineOf(scene)
  expect(segments).toEqual([
    { from: 0, to: 10_000, level: 4, corrected: false },
    { from: 10_000, to: 20_000, level: 6, corrected: false },
    { from: 20_000, to: 50_000, level: 5, corrected: true },
    { from: 50_000, to: 60_000, level: 2, corrected: true },
  ])
  expect(first?.map(segment => segment.level)).toEqual([4, 6, 3])
  expect(timelineOf(told()).first).toBeNull()
})

test('the first level stands from the beginning, wherever its point is', () => {
  const { segments } = timelineOf(told({ curve: curve([5, 20]) }))
  expect(segments).toEqual([{ from: 0, to: 60_000, level: 5, corrected: false }])
})

test('everything is in one list by offset; at one offset the line comes before what it moved and who saw it', () => {
  const scene = told({
    curve: curve([4, 0], [6, 10]),
    lines: [line(1, 0), line(2, 10)],
    moments: [moment('m1', 10)],
    twists: [{ index: 0, to: 'customer', text: 'Twist.', offset: 10_000 }],
    calls: [{ index: 0, who: 'Bea', answer: 'Yes.', offset: 5_000 }],
  })
  const kinds = timelineOf(scene).entries.map(entry => [entry.kind, entry.offset])
  expect(kinds).toEqual([
    ['temperature', 0],
    ['line', 0],
    ['call', 5_000],
    ['twist', 10_000],
    ['line', 10_000],
    ['temperature', 10_000],
    ['moment', 10_000],
  ])
})

test('[M4] a cue that the customer confirmed without saying where is at no point of the timeline', () => {
  const cue = { kind: 'trigger', index: 0 } as const
  const scene = told({
    lines: [line(1, 10)],
    moments: [moment('m1', 60, { cue }), moment('m2', 10, { cue, line: 1 })],
  })
  const { entries, unplaced } = timelineOf(scene)
  expect(unplaced.map(({ id }) => id)).toEqual(['m1'])
  expect(entries.flatMap(entry => (entry.kind === 'moment' ? [entry.moment.id] : []))).toEqual(['m2'])
})

test('levelAt is the last level set at or before an offset', () => {
  const points = curve([4, 0], [6, 10], [3, 10], [5, 20])
  expect([0, 9_999, 10_000, 19_999, 20_000, 99_000].map(at => levelAt(points, at))).toEqual([
    4, 4, 3, 3, 5, 5,
  ])
  expect(levelAt(curve([5, 2]), 1_000)).toBeUndefined()
  expect(levelAt([], 1_000)).toBeUndefined()
})

test('[V5] whoever may not see the temperature gets a timeline without it', () => {
  const { segments, entries } = timelineOf(told({ curve: null, lines: [line(1, 1)] }))
  expect(segments).toEqual([])
  expect(entries.map(entry => entry.kind)).toEqual(['line'])
})

test('for any scene: segments are contiguous and cover exactly 0 to played', () => {
  fc.assert(
    fc.property(anyTold, scene => {
      const { segments, first } = timelineOf(scene)
      for (const stretch of first === null ? [segments] : [segments, first]) {
        let reached = 0
        for (const { from, to } of stretch) {
          expect(from).toBe(reached)
          expect(to).toBeGreaterThan(from)
          reached = to
        }
        expect(reached).toBe(scene.played)
      }
    }),
  )
})

test('for any scene: the segment at an offset has the level of the curve as it counts', () => {
  fc.assert(
    fc.property(anyTold, fc.double({ min: 0, max: 1, noNaN: true }), (scene, share) => {
      const at = Math.floor(share * scene.played)
      const { segments, entries } = timelineOf(scene)
      const here = segments.find(({ from, to }) => from <= at && at < to)
      const points = entries.flatMap(entry => (entry.kind === 'temperature' ? [entry] : []))
      if (here !== undefined && (points[0]?.offset ?? 0) <= at) expect(here.level).toBe(levelAt(points, at))
    }),
  )
})

test('for any scene: everything is told once, in order, whatever order the moments came in; no NaN', () => {
  fc.assert(
    fc.property(anyTold, scene => {
      const timeline = timelineOf(scene)
      const { entries, unplaced } = timeline
      const offsets = entries.map(entry => entry.offset)
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
      const ids = entries.flatMap(entry => (entry.kind === 'moment' ? [entry.moment.id] : []))
      expect([...ids, ...unplaced.map(({ id }) => id)].toSorted()).toEqual(
        scene.moments.map(({ id }) => id).toSorted(),
      )
      expect(entries.flatMap(entry => (entry.kind === 'line' ? [entry.line] : []))).toEqual(scene.lines)
      expect(timelineOf({ ...scene, moments: scene.moments.toReversed() })).toEqual(timeline)
      expect(hasNaN(timeline)).toBe(false)
    }),
  )
})

/** JSON writes NaN and infinities as null, so they are looked for in the value itself. */
function hasNaN(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNaN)
}
