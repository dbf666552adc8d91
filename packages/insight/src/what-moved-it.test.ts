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

test('[I28] two steps one way are a swing however slowly they came, one step is not', () => {
  expect(spans([4, 0], [5, 20], [6, 35])).toEqual(['4-6 20-35'])
  expect(spans([6, 0], [5, 20], [4, 40], [3, 60])).toEqual(['6-3 20-60'])
  expect(spans([4, 0], [5, 20], [6, 500])).toEqual(['4-6 20-500'])
  expect(spans([4, 0], [5, 20])).toEqual([])
  expect(spans([4, 0])).toEqual([])
})

test('[I28] one jump of two steps is a swing at once', () => {
  expect(spans([4, 0], [2, 30])).toEqual(['4-2 30-30'])
})

test('[I28] the same step told again and a pause do not end it', () => {
  expect(spans([2, 0], [3, 10], [3, 200], [4, 300])).toEqual(['2-4 10-300'])
})

test('[I28] a turn ends a swing', () => {
  expect(spans([4, 0], [5, 10], [6, 12], [5, 14], [4, 16])).toEqual(['4-6 10-12', '6-4 14-16'])
  expect(spans([4, 0], [5, 10], [4, 12], [5, 14])).toEqual([])
})

test('[I28] what was said in the 15 seconds before each change is its reason, with moments, twists and calls', () => {
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

test('[I28] if the officer was silent for 15 seconds, their last line before it is shown all the same', () => {
  const [swing] = whatMovedIt(
    told({ curve: curve([4, 0], [6, 50]), lines: [line(1, 5), line(2, 10), line(3, 45, 'customer')] }),
  )
  expect(swing?.lines.map(({ n }) => n)).toEqual([2, 3])
})

test('[I28] between two changes that are far apart what was said long before the second is no reason', () => {
  const lines = [line(1, 15), line(2, 40, 'customer'), line(3, 50), line(4, 70, 'customer'), line(5, 95)]
  const [swing] = whatMovedIt(
    told({
      curve: curve([6, 0], [5, 20], [4, 100], [3, 130]),
      lines,
      moments: [moment('m1', 60), moment('m2', 126)],
    }),
  )
  // Before 20 s line 1, before 100 s line 5, and before 130 s nothing but the officer's last, which is line 5 again.
  expect(swing?.lines.map(({ n }) => n)).toEqual([1, 5])
  expect(swing?.moments.map(({ id }) => id)).toEqual(['m2'])
  expect(swing?.changes).toEqual([20, 100, 130].map(at => ({ offset: at * 1_000, steps: 1 })))
})

test('a corrected curve is the one that is read', () => {
  const scene = told({ curve: curve([4, 0], [7, 10]), corrected: curve([4, 0], [5, 10]) })
  expect(whatMovedIt(scene)).toEqual([])
})

test('[I28] for any scene: swings go one way, in order, without overlap, and hold all that goes two steps one way', () => {
  fc.assert(
    fc.property(anyTold, scene => {
      const swings = whatMovedIt(scene)
      let reached = -1
      for (const { from, to, steps, direction, begins, ends, lines, changes } of swings) {
        expect(steps).toBeGreaterThanOrEqual(SWING_STEPS)
        expect(direction === 'rise' ? to - from : from - to).toBe(steps)
        expect(begins).toBeGreaterThan(reached)
        expect(ends).toBeGreaterThanOrEqual(begins)
        expect(changes.reduce((sum, change) => sum + change.steps, 0)).toBe(steps)
        expect([changes[0]?.offset, changes.at(-1)?.offset]).toEqual([begins, ends])
        for (const said of lines) {
          expect(said.offset).toBeLessThanOrEqual(ends)
          const near = changes.some(
            ({ offset }) => said.offset <= offset && said.offset >= offset - SWING_WITHIN,
          )
          if (!near) expect(said.seat).toBe('officer')
        }
        reached = ends
      }
      const changes = shownPoints(scene).flatMap(({ level, offset }, index, all) => {
        const before = all[index - 1]?.level
        return before === undefined || before === level ? [] : [{ by: level - before, offset }]
      })
      for (const [index, change] of changes.entries()) {
        const same = [changes[index - 1], changes[index + 1]].some(
          beside => beside !== undefined && beside.by > 0 === change.by > 0,
        )
        const within = swings.filter(it => it.changes.some(({ offset }) => offset === change.offset))
        if (same || Math.abs(change.by) >= SWING_STEPS) expect(within).toHaveLength(1)
        else expect(within).toHaveLength(0)
      }
    }),
  )
})
