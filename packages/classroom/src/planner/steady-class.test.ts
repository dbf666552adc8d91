import { describe, expect, test } from 'vitest'
import { deckOf, type Played, peopleUpTo, playStory, repeatsByPairing, roleSpread } from './played-rounds.ts'
import { ODD_PAIR_REPEATS, TRIAD_REPEATS } from './repeat-table.ts'

/** A class in which the same people are there for every round. */
function steady(count: number, groupSize: 2 | 3, pairings: number, seed: number): readonly Played[] {
  const key = [count, groupSize, pairings, seed].join()
  const known = classes.get(key)
  if (known !== undefined) return known
  const present = Array.from({ length: pairings * 2 }, () => peopleUpTo(count))
  const played = playStory({ groupSize, seed, cards: deckOf(6), present })
  classes.set(key, played)
  return played
}
const classes = new Map<string, readonly Played[]>()

const sizes = Array.from({ length: 59 }, (_, index) => index + 2)
const sumsOf = (list: readonly number[]) =>
  list.map((_, index) => list.slice(0, index + 1).reduce((a, b) => a + b, 0))
const SEEDS = [1, 4_000_000_000]

describe('a class of 2 to 60 people that stays the same for twelve rounds', () => {
  test.each([2, 3] as const)(
    '[P3] in groups of %i, role counts differ by at most one after every round',
    groupSize => {
      for (const seed of SEEDS) {
        for (const count of sizes) {
          const spreads = steady(count, groupSize, 6, seed).map(roleSpread)
          expect(Math.max(...spreads), `${count} people, seed ${seed}: ${spreads}`).toBeLessThanOrEqual(1)
        }
      }
    },
  )

  test('[P4] pairs of an even number meet nobody twice before everybody has met everybody', () => {
    for (const count of sizes.filter(each => each % 2 === 0)) {
      const pairings = count <= 16 || count === 60 ? count - 1 : 7
      const repeats = repeatsByPairing(steady(count, 2, pairings, 1))
      expect(repeats, `${count} people`).toEqual(repeats.map(() => 0))
    }
  })

  test('[P4] pairs of an odd number, whose triad makes more partners, repeat no more than the table allows', () => {
    for (const count of sizes.filter(each => each % 2 === 1)) {
      const allowed =
        ODD_PAIR_REPEATS[count] ?? (count < 9 ? TRIAD_REPEATS[count] : undefined) ?? Array(6).fill(0)
      expectAtMost(count, 2, allowed)
    }
  })

  test('[P5] triads repeat no more partners than the table that a longer search found', () => {
    for (const count of sizes) expectAtMost(count, 3, TRIAD_REPEATS[count] ?? [])
  })

  test('[P5] the table covers every class and six pairings', () => {
    expect(Object.keys(TRIAD_REPEATS).map(Number)).toEqual(sizes)
    for (const row of Object.values(TRIAD_REPEATS)) expect(row).toHaveLength(6)
  })
})

function expectAtMost(count: number, groupSize: 2 | 3, allowed: readonly number[]): void {
  for (const seed of SEEDS) {
    const reached = sumsOf(repeatsByPairing(steady(count, groupSize, 6, seed)))
    for (const [index, repeats] of reached.entries())
      expect(repeats, `${count} people, pairing ${index + 1}, seed ${seed}`).toBeLessThanOrEqual(
        allowed[index] ?? -1,
      )
  }
}
