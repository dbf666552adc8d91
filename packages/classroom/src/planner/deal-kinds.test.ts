import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dealKinds } from './deal-kinds.ts'
import { seededChance } from './seeded-chance.ts'

/** The cheapest of all ways to fill the seats, by trying them all. */
function cheapest(costs: readonly (readonly number[])[], room: readonly number[]): number {
  const [first, ...rest] = costs
  if (first === undefined) return 0
  const sums = room.flatMap((seats, kind) =>
    seats === 0
      ? []
      : [
          (first[kind] ?? 0) +
            cheapest(
              rest,
              room.map((each, index) => each - Number(index === kind)),
            ),
        ],
  )
  return Math.min(...sums)
}

const deals = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }), fc.nat())
  .chain(([kinds, size, seed]) =>
    fc.record({
      seed: fc.constant(seed),
      owner: fc.array(fc.nat({ max: kinds - 1 }), { minLength: size, maxLength: size }),
      costs: fc.array(fc.array(fc.nat({ max: 9 }), { minLength: kinds, maxLength: kinds }), {
        minLength: size,
        maxLength: size,
      }),
    }),
  )

describe('dealing kinds of seat', () => {
  test('fills every seat at the lowest cost that there is', () => {
    fc.assert(
      fc.property(deals, ({ seed, owner, costs }) => {
        const room = (costs[0] ?? []).map((_, kind) => owner.filter(each => each === kind).length)
        const deal = dealKinds(Int32Array.from(costs.flat()), room, seededChance(seed))
        expect(room.map((_, kind) => deal.kindOf.filter(each => each === kind).length)).toEqual(room)
        expect(deal.cost).toBe(cheapest(costs, room))
        expect(deal.cost).toBe(
          costs.reduce((sum, each, person) => sum + (each[deal.kindOf[person] ?? 0] ?? 0), 0),
        )
      }),
      { numRuns: 500 },
    )
  })
})
