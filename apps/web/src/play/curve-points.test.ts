import type { CurvePoint } from '@evenkeel/classroom/view'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropPoint, movePoint, roomOf, sameCurve, splitPoint, tidied } from './curve-points.ts'

const PLAYED = 300_000
const curve: readonly CurvePoint[] = [
  { level: 5, offset: 0 },
  { level: 6, offset: 40_000 },
  { level: 3, offset: 100_000 },
]

describe('a point of the curve', () => {
  it('moves between its neighbours and within the seven levels', () => {
    expect(movePoint(curve, 1, { level: 9 }, PLAYED)[1]).toEqual({ level: 7, offset: 40_000 })
    expect(movePoint(curve, 1, { level: -3 }, PLAYED)[1]).toEqual({ level: 1, offset: 40_000 })
    expect(movePoint(curve, 1, { offset: 500_000 }, PLAYED)[1]?.offset).toBe(99_000)
    expect(movePoint(curve, 1, { offset: 0 }, PLAYED)[1]?.offset).toBe(1_000)
    expect(movePoint(curve, 2, { offset: 500_000 }, PLAYED)[2]?.offset).toBe(PLAYED)
  })

  it('that is the first stays at the beginning', () => {
    expect(movePoint(curve, 0, { offset: 9_000, level: 2 }, PLAYED)[0]).toEqual({ level: 2, offset: 0 })
    expect(dropPoint(curve, 0)).toBe(curve)
  })

  it('is split where there is room, and taken away', () => {
    expect(splitPoint(curve, 2, PLAYED)[3]).toEqual({ level: 3, offset: 200_000 })
    expect(splitPoint([{ level: 4, offset: 0 }], 0, 1_500)).toHaveLength(1)
    expect(dropPoint(curve, 1)).toEqual([curve[0], curve[2]])
  })

  it('tells whether anything changed', () => {
    expect(
      sameCurve(
        curve,
        curve.map(point => ({ ...point })),
      ),
    ).toBe(true)
    expect(sameCurve(curve, movePoint(curve, 1, { level: 5 }, PLAYED))).toBe(false)
  })
})

it('whatever is done, the class takes the result: in order, within the scene, levels 1 to 7', () => {
  const step = fc.record({
    what: fc.constantFrom('move', 'split', 'drop'),
    at: fc.nat(30),
    level: fc.integer({ min: -5, max: 15 }),
    offset: fc.integer({ min: -10_000, max: 400_000 }),
  })
  const taps = fc.array(fc.nat(PLAYED), { maxLength: 20 })
  fc.assert(
    fc.property(taps, fc.array(step, { maxLength: 30 }), (offsets, steps) => {
      const sorted = offsets.sort((a, b) => a - b).map((offset): CurvePoint => ({ level: 4, offset }))
      let points: readonly CurvePoint[] = [{ level: 5, offset: 0 }, ...sorted]
      for (const { what, at, level, offset } of steps) {
        const index = at % points.length
        if (what === 'move') points = movePoint(points, index, { level, offset }, PLAYED)
        else points = what === 'split' ? splitPoint(points, index, PLAYED) : dropPoint(points, index)
        const [least, most] = roomOf(points, Math.min(index, points.length - 1), PLAYED)
        expect(least).toBeLessThanOrEqual(most)
      }
      const sent = tidied(points, PLAYED)
      expect(sent[0]?.offset).toBe(0)
      sent.forEach((point, index) => {
        expect(point.offset).toBeGreaterThanOrEqual(sent[index - 1]?.offset ?? 0)
        expect(point.offset).toBeLessThanOrEqual(PLAYED)
        expect(point.level).toBeGreaterThanOrEqual(1)
        expect(point.level).toBeLessThanOrEqual(7)
      })
    }),
  )
})
