import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../ids.ts'
import { readRecord, seatsOf } from './class-record.ts'
import type { PastRound } from './plan.ts'
import {
  deckOf,
  type Played,
  partnersAmong,
  peopleUpTo,
  playStory,
  roleSpread,
  type Story,
} from './played-rounds.ts'
import { roomSizes } from './room-sizes.ts'

/** Twelve rounds or fewer; some stay throughout, the others come and go, also between the two rounds of a pairing. */
const stories = (most: number): fc.Arbitrary<Story> =>
  fc
    .record({
      groupSize: fc.constantFrom(2 as const, 3 as const),
      seed: fc.nat(),
      cards: fc.integer({ min: 1, max: 30 }).map(deckOf),
      count: fc.integer({ min: 2, max: most }),
      staying: fc.integer({ min: 1, max: most }),
      moves: fc.array(fc.array(fc.nat({ max: most + 9 }), { maxLength: 5 }), { minLength: 3, maxLength: 11 }),
    })
    .map(({ count, staying, moves, ...story }) => {
      const here = new Set(peopleUpTo(count))
      const present = [[...here]]
      for (const move of moves) {
        for (const index of move) {
          const person = `p${index + 1}`
          if (!here.has(person) && here.size < most) here.add(person)
          else if (index >= staying && here.size > 2) here.delete(person)
        }
        present.push([...here])
      }
      return { ...story, present }
    })

const each = (check: (round: Played, story: Story) => void, most = 60, numRuns = 150) =>
  fc.assert(
    fc.property(stories(most), story => {
      for (const round of playStory(story)) check(round, story)
    }),
    { numRuns },
  )

describe('a class in which people come and go', () => {
  test('[P1] [P6] everybody who is present has one seat, and nobody else has, in rooms of the right sizes', () => {
    each(({ present, rooms }, { groupSize }) => {
      expect(rooms.flatMap(seatsOf).sort()).toEqual([...present].sort())
      const { triads, pairs } = roomSizes(present.length, groupSize)
      expect(rooms.filter(room => room.observers.length === 1)).toHaveLength(triads)
      expect(rooms.filter(room => room.observers.length === 0)).toHaveLength(pairs)
    })
  })

  test('[P2] a class that is the same in the second round keeps its rooms, and nobody their role', () => {
    each(({ present, rooms, before, request }) => {
      const last = before.at(-1)
      if (last?.pairing !== request.pairing) return
      const were = last.rooms.flatMap(seatsOf)
      if (were.length !== present.length || present.some(person => !were.includes(person))) return
      expect(rooms.map(room => seatsOf(room).toSorted())).toEqual(
        last.rooms.map(room => seatsOf(room).toSorted()),
      )
      for (const [index, room] of rooms.entries()) {
        const was = last.rooms[index]
        expect(room.customer).not.toBe(was?.customer)
        expect(room.officer).not.toBe(was?.officer)
        expect(room.observers.filter(person => was?.observers.includes(person))).toEqual([])
      }
    })
  })

  test('[P2] when people left or arrived, no more partners part than P1 and P3 make necessary', () => {
    each(
      ({ present, rooms, before, request }) => {
        const last = before.at(-1)
        if (last?.pairing !== request.pairing) return
        const together = new Set(rooms.flatMap(room => partnersAmong(seatsOf(room))))
        const partners = remains(last, present).flatMap(partnersAmong)
        const parted = partners.filter(pair => !together.has(pair)).length
        expect(parted).toBe(leastParted(present, before, request.groupSize))
      },
      7,
      300,
    )
  })

  test('[P3] role counts of those present in every round differ by at most one, after every round', () => {
    each(round => expect(roleSpread(round)).toBeLessThanOrEqual(1))
    each(round => expect(roleSpread(round)).toBeLessThanOrEqual(1), 9, 300)
  })

  test('[P7] no officer gets a card whose customer brief they have seen while another remains', () => {
    each(({ rooms, request: { seen, cards } }) => {
      for (const { officer, card, why } of rooms) {
        const remain = cards.some(({ hash }) => !seen(officer, hash))
        expect(seen(officer, card)).toBe(!remain)
        expect(why === 'least-seen').toBe(!remain)
      }
    })
  })
})

const remains = (last: PastRound, present: readonly PersonId[]) =>
  last.rooms.map(room => seatsOf(room).filter(person => present.includes(person)))

/** The fewest partners that must part so that P1 and P3 hold, by trying every division and every role. */
function leastParted(present: readonly PersonId[], past: readonly PastRound[], groupSize: 2 | 3): number {
  const last = past.at(-1)
  if (last === undefined) return 0
  const { size, always, played } = readRecord(present, past, 0)
  const numberOf = new Map(present.map((person, index) => [person, index]))
  const roomOf = new Map<number, number>()
  for (const [room, people] of remains(last, present).entries())
    for (const person of people) roomOf.set(numberOf.get(person) ?? -1, room)
  const partnersBefore = remains(last, present).flatMap(partnersAmong).length
  const kept = (room: readonly number[]) =>
    room.flatMap((a, index) =>
      room.slice(index + 1).filter(b => roomOf.has(a) && roomOf.get(a) === roomOf.get(b)),
    ).length
  const roles = new Int8Array(size)
  let most = -1

  const even = () =>
    [0, 1, 2].every(role => {
      const counts = [...always].flatMap((is, person) =>
        is === 1 ? [(played[person * 3 + role] ?? 0) + Number(roles[person] === role)] : [],
      )
      return counts.length === 0 || Math.max(...counts) - Math.min(...counts) <= 1
    })
  const seat = (left: readonly number[], triads: number, pairs: number, together: number) => {
    const [first, ...rest] = left
    if (first === undefined) {
      if (together > most && even()) most = together
      return
    }
    const rooms = [
      ...(pairs > 0 ? rest.map(b => [first, b]) : []),
      ...(triads > 0 ? rest.flatMap((b, index) => rest.slice(index + 1).map(c => [first, b, c])) : []),
    ]
    for (const room of rooms) {
      const others = rest.filter(person => !room.includes(person))
      const [fewerTriads, fewerPairs] = room.length === 3 ? [triads - 1, pairs] : [triads, pairs - 1]
      for (const order of ORDERS[room.length] ?? []) {
        for (const [index, person] of room.entries()) roles[person] = order[index] ?? 0
        seat(others, fewerTriads, fewerPairs, together + kept(room))
      }
    }
  }
  const { triads, pairs } = roomSizes(size, groupSize)
  seat([...Array(size).keys()], triads, pairs, 0)
  return partnersBefore - most
}

const ORDERS: Readonly<Record<number, readonly (readonly number[])[]>> = {
  2: [
    [0, 1],
    [1, 0],
  ],
  3: [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ],
}
