import { describe, expect, test } from 'vitest'
import { seededChance, shuffled } from './seeded-chance.ts'

describe('seeded chance', () => {
  test('[P8] the same seed gives the same numbers', () => {
    const draw = (seed: number) => {
      const chance = seededChance(seed)
      return [100, 100, 100, 100].map(below => chance.below(below))
    }
    expect(draw(42)).toEqual(draw(42))
    expect(draw(42)).not.toEqual(draw(43))
  })

  test('a shuffle keeps everybody and favours no place', () => {
    const chance = seededChance(7)
    const firsts = [0, 0, 0, 0]
    for (let time = 0; time < 4000; time++) {
      const order = shuffled([0, 1, 2, 3], chance)
      expect([...order].sort()).toEqual([0, 1, 2, 3])
      firsts[order[0] ?? 0] = (firsts[order[0] ?? 0] ?? 0) + 1
    }
    for (const times of firsts) expect(Math.abs(times - 1000)).toBeLessThan(120)
  })
})
