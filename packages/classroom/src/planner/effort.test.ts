import { describe, expect, test } from 'vitest'
import { readRecord } from './class-record.ts'
import type { PastRound } from './plan.ts'
import { planRound } from './plan-round.ts'
import { deckOf, peopleUpTo, seenIn } from './played-rounds.ts'
import { roomSizes } from './room-sizes.ts'
import { seatFirstRound } from './seat-first-round.ts'
import { seatLaterRound } from './seat-later-round.ts'
import { seededChance } from './seeded-chance.ts'

const SIZE = 60
const people = peopleUpTo(SIZE)

/** Milliseconds spent in `planRound` for twelve rounds. */
function millisecondsOf(groupSize: 2 | 3, seed: number): number {
  const past: PastRound[] = []
  let spent = 0
  for (let round = 0; round < 12; round++) {
    const pairing = round >> 1
    const seen = seenIn(past)
    const from = performance.now()
    const plan = planRound({
      present: people,
      groupSize,
      pairing,
      past,
      cards: deckOf(30),
      seen,
      seed: seed + round,
    })
    spent += performance.now() - from
    if (!plan.ok) throw new Error(plan.say)
    past.push({ pairing, rooms: plan.rooms })
  }
  return spent
}

/** Trades of seats looked at in twelve rounds: the same on every machine. */
function tradesOf(groupSize: 2 | 3, seed: number): number {
  const past: PastRound[] = []
  const chance = seededChance(seed)
  const sizes = roomSizes(SIZE, groupSize)
  let looked = 0
  for (let round = 0; round < 12; round++) {
    const pairing = round >> 1
    const record = readRecord(people, past, pairing)
    const seated =
      round % 2 === 0 ? seatFirstRound(record, sizes, chance) : seatLaterRound(record, sizes, chance)
    looked += seated.looked
    const named = (person: number) => people[person] ?? ''
    past.push({
      pairing,
      rooms: seated.rooms.map(({ customer, officer, observers }) => ({
        customer: named(customer),
        officer: named(officer),
        observers: observers.map(named),
        card: '',
      })),
    })
  }
  return looked
}

describe('the work of planning', () => {
  test.each([2, 3] as const)(
    '[P9] sixty people, twelve rounds, groups of %i: a bounded number of trades',
    groupSize => {
      const trades = [1, 2, 3, 4, 5].map(seed => tradesOf(groupSize, seed))
      const spent = Array.from({ length: 9 }, (_, seed) => millisecondsOf(groupSize, seed)).sort(
        (a, b) => a - b,
      )
      const [best = 0, , , , middle = 0] = spent
      const most = Math.max(...trades)
      console.log(
        `60 people x 12 rounds, groups of ${groupSize}: ${best.toFixed(1)} ms (best of 9; median ${middle.toFixed(1)}), ${most} trades`,
      )
      expect(most).toBeLessThan(80_000)
    },
  )
})
