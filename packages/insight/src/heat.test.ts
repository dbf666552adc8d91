import { ladder } from '@evenkeel/playbook'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heatOf } from './heat.ts'
import { anyTold, curve, told } from './testing/told.ts'

test('mean is weighted by duration: ten seconds at 4, thirty at 6, twenty at 3', () => {
  const heat = heatOf(told({ curve: curve([4, 0], [6, 10], [3, 40]) }))
  expect(heat).toEqual({
    start: 4,
    peak: 6,
    end: 3,
    mean: { level: (4 * 10 + 6 * 30 + 3 * 20) / 60, over: 60_000 },
    within: { settled: 0, upset: 30_000, furious: 30_000 },
    moves: 2,
  })
})

test('a corrected curve is what counts; moves are those made while playing', () => {
  const heat = heatOf(told({ curve: curve([4, 0], [7, 10]), corrected: curve([4, 0], [2, 30]) }))
  expect(heat).toMatchObject({ start: 4, peak: 4, end: 2, mean: { level: 3, over: 60_000 }, moves: 1 })
})

test('taps in the same millisecond: only the last one ever stood', () => {
  expect(heatOf(told({ curve: curve([4, 0], [7, 10], [5, 10]) })).peak).toBe(5)
})

test('a scene in which no time was played has a start and no mean, and says why', () => {
  const heat = heatOf(told({ played: 0 }))
  expect(heat.mean).toEqual({ level: null, over: 0, because: 'nothing-played' })
  expect(heat).toMatchObject({ start: 4, peak: 4, end: 4, within: { settled: 0, upset: 0, furious: 0 } })
})

test('a scene of two seconds has a mean over two seconds', () => {
  expect(heatOf(told({ played: 2_000, curve: curve([4, 0], [6, 1]) })).mean).toEqual({
    level: 5,
    over: 2_000,
  })
})

test('a level set in the very last millisecond is where the scene ended', () => {
  expect(heatOf(told({ curve: curve([4, 0], [1, 60]) }))).toMatchObject({
    end: 1,
    peak: 4,
    mean: { level: 4 },
  })
})

test('without a curve nothing is known, and nothing is made up', () => {
  for (const none of [null, []]) {
    const heat = heatOf(told({ curve: none }))
    expect(heat).toMatchObject({ start: null, peak: null, end: null, moves: 0 })
    expect(heat.mean).toEqual({ level: null, over: 0, because: 'no-curve' })
  }
})

test('for any scene: the mean lies within its levels, the bands add up to the played time', () => {
  fc.assert(
    fc.property(anyTold, scene => {
      const { mean, peak, start, end, within } = heatOf(scene)
      expect(within.settled + within.upset + within.furious).toBe(scene.played)
      expect(ladder.map(step => step.level)).toEqual(expect.arrayContaining([start, peak, end]))
      expect(peak).toBeGreaterThanOrEqual(Math.max(start ?? 0, end ?? 0))
      expect(mean.over).toBe(scene.played)
      expect(mean.level === null).toBe(scene.played === 0)
      if (mean.level === null) return
      expect(mean.level).toBeGreaterThanOrEqual(1)
      expect(mean.level).toBeLessThanOrEqual(peak ?? 0)
    }),
  )
})
