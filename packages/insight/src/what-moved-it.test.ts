import type { Temperature } from '@evenkeel/playbook'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownPoints } from './segments.ts'
import { anyTold, curve, line, moment, told } from './testing/told.ts'
import { SWING_STEPS, SWING_WITHIN, whatMovedIt } from './what-moved-it.ts'

const spans = (...points: readonly (readonly [Temperature, number])[]) =>
  whatMovedIt(told({ played: 600_000, curve: curve(...points) })).map(
    ({ from, to, begins, ends }) => `${from}-${to} ${begins / 1_000}-${ends / 1_000}`,
  )

test('two steps within 15 seconds are a swing, one step or slower ones are not', () => {
  expect(spans([4, 0], [5, 20], [6, 35])).toEqual(['4-6 20-35'])
  expect(spans([4, 0], [5, 20], [6, 35.001])).toEqual([])
  expect(spans([4, 0], [5, 20])).toEqual([])
  expect(spans([4, 0])).toEqual([])
})

test('one jump of two steps is a swing at once', () => {
  expect(spans([4, 0], [2, 30])).toEqual(['4-2 30-30'])
})

test('steps that follow each other within 15 seconds are one swing, also over a longer time', () => {
  expect(spans([2, 0], [3, 10], [4, 20], [5, 30], [6, 40])).toEqual(['2-6 10-40'])
})

test('a turn ends a swing', () => {
  expect(spans([4, 0], [5, 10], [6, 12], [5, 14], [4, 16])).toEqual(['4-6 10-12', '6-4 14-16'])
  expect(spans([4, 0], [5, 10], [4, 12], [5, 14])).toEqual([])
})

test('lines from 15 seconds before until it ended are its reasons, with moments, twists and calls', () => {
  const [swing] = whatMovedIt(
    told({
      curve: curve([4, 0], [5, 30], [6, 32], [5, 50]),
      lines: [line(1, 14), line(2, 15), line(3, 31, 'customer'), line(4, 33)],
      moments: [
        moment('m1', 32, { mark: 'hurt' }),
        moment('m2', 40, { line: 2 }),
        moment('m3', 40),
        moment('m4', 20, { as: 'customer', cue: { kind: 'trigger', index: 0 } }),
      ],
      twists: [{ index: 0, to: 'customer', text: 'Twist.', offset: 29_000 }],
      calls: [{ index: 0, who: 'Bea', answer: 'Yes.', offset: 33_000 }],
    }),
  )
  expect(swing).toMatchObject({ direction: 'rise', steps: 2, begins: 30_000, ends: 32_000 })
  expect(swing?.lines.map(({ n }) => n)).toEqual([2, 3])
  expect(swing?.moments.map(({ id }) => id)).toEqual(['m1', 'm2'])
  expect(swing?.twists).toHaveLength(1)
  expect(swing?.calls).toHaveLength(0)
})

test('if the officer was silent for 15 seconds, their last line before it is shown all the same', () => {
  const [swing] = whatMovedIt(
    told({ curve: curve([4, 0], [6, 50]), lines: [line(1, 5), line(2, 10), line(3, 45, 'customer')] }),
  )
  expect(swing?.lines.map(({ n }) => n)).toEqual([2, 3])
})

test('a corrected curve is the one that is read', () => {
  const scene = told({ curve: curve([4, 0], [7, 10]), corrected: curve([4, 0], [5, 10]) })
  expect(whatMovedIt(scene)).toEqual([])
})

test('for any scene: swings go one way, in order, without overlap, and miss no two steps within 15 seconds', () => {
  fc.assert(
    fc.property(anyTold, scene => {
      const swings = whatMovedIt(scene)
      let reached = -1
      for (const { from, to, steps, direction, begins, ends, lines } of swings) {
        expect(steps).toBeGreaterThanOrEqual(SWING_STEPS)
        expect(direction === 'rise' ? to - from : from - to).toBe(steps)
        expect(begins).toBeGreaterThan(reached)
        expect(ends).toBeGreaterThanOrEqual(begins)
        for (const said of lines) expect(said.offset).toBeLessThanOrEqual(ends)
        reached = ends
      }
      const changes = shownPoints(scene).flatMap(({ level, offset }, index, all) => {
        const before = all[index - 1]?.level
        return before === undefined || before === level ? [] : [{ by: level - before, offset }]
      })
      for (const [index, change] of changes.entries()) {
        const next = changes[index + 1]
        const jump = Math.abs(change.by) >= SWING_STEPS
        const pair =
          next !== undefined && next.by > 0 === change.by > 0 && next.offset - change.offset <= SWING_WITHIN
        if (!jump && !pair) continue
        const holds = swings.some(({ begins, ends }) => begins <= change.offset && change.offset <= ends)
        expect(holds).toBe(true)
      }
    }),
  )
})
