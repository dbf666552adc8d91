import { describe, expect, test } from 'vitest'
import type { Seats } from '../room.ts'
import type { PastRound } from './plan.ts'
import { planRound } from './plan-round.ts'
import type { PlanWarning } from './plan-warning.ts'
import { brokenPromises, type PromiseRequest } from './promises.ts'

const seats = (customer: string | null, officer: string | null, ...observers: string[]): Seats => ({
  customer,
  officer,
  observers,
})

const past = (
  pairing: number,
  ...rooms: readonly (readonly [string, string, string[], string])[]
): PastRound => ({
  pairing,
  rooms: rooms.map(([customer, officer, observers, card]) => ({ customer, officer, observers, card })),
})

interface Case {
  readonly what: string
  readonly rooms: readonly (readonly [Seats, string])[]
  readonly more?: Partial<PromiseRequest>
  readonly warns: readonly PlanWarning[]
}

const request = ({ rooms, more }: Pick<Case, 'rooms' | 'more'>): PromiseRequest => ({
  rooms: rooms.map(([seated, card], index) => ({ room: index + 1, seats: seated, card })),
  kind: 'pairing',
  present: rooms.flatMap(([{ customer, officer, observers }]) =>
    [customer, officer, ...observers].flatMap(person => (person === null ? [] : [person])),
  ),
  isHere: () => true,
  groupSize: 2,
  pairing: 1,
  past: [],
  cards: [{ hash: 'k1' }, { hash: 'k2' }],
  seen: () => false,
  ...more,
})

const cases: readonly Case[] = [
  {
    what: 'two pairs, nothing before',
    rooms: [
      [seats('a', 'b'), 'k1'],
      [seats('c', 'd'), 'k1'],
    ],
    warns: [],
  },
  {
    what: 'a seat without a player, which comes first',
    rooms: [
      [seats('a', null), 'k1'],
      [seats('c', 'd'), 'k1'],
    ],
    warns: [{ kind: 'empty-seat', room: 1, seat: 'officer' }],
  },
  {
    what: 'somebody who is here and sits nowhere',
    rooms: [[seats('a', 'b'), 'k1']],
    more: { present: ['a', 'b', 'c'] },
    warns: [{ kind: 'no-seat', person: 'c' }],
  },
  {
    what: 'somebody who left',
    rooms: [[seats('a', 'b'), 'k1']],
    more: { isHere: person => person !== 'b' },
    warns: [{ kind: 'not-here', room: 1, person: 'b' }],
  },
  {
    what: 'an officer who knows the customer’s brief, while there is another card',
    rooms: [[seats('a', 'b'), 'k1']],
    more: { seen: (person, card) => person === 'b' && card === 'k1' },
    warns: [{ kind: 'brief-seen', room: 1, person: 'b', card: 'k1' }],
  },
  {
    what: 'nothing of an officer who knows every card, nor of a customer who knows it',
    rooms: [[seats('a', 'b'), 'k1']],
    more: { seen: (person, card) => person === 'b' || card === 'k2' },
    warns: [],
  },
  {
    what: 'a second triad in a class of pairs, both of them',
    rooms: [
      [seats('a', 'b', 'c'), 'k1'],
      [seats('d', 'e', 'f'), 'k1'],
    ],
    warns: [
      { kind: 'many', room: 1, people: 3 },
      { kind: 'many', room: 2, people: 3 },
    ],
  },
  {
    what: 'nothing of the one triad of an odd class',
    rooms: [
      [seats('a', 'b', 'c'), 'k1'],
      [seats('d', 'e'), 'k1'],
    ],
    warns: [],
  },
  {
    what: 'four in a room, and the pair that nobody observes',
    rooms: [
      [seats('a', 'b', 'c', 'd'), 'k1'],
      [seats('e', 'f'), 'k1'],
    ],
    more: { groupSize: 3 },
    warns: [
      { kind: 'many', room: 1, people: 4 },
      { kind: 'nobody-observes', room: 2 },
    ],
  },
  {
    what: 'nothing of the pairs that a class of five in triads needs',
    rooms: [
      [seats('a', 'b', 'c'), 'k1'],
      [seats('d', 'e'), 'k1'],
    ],
    more: { groupSize: 3 },
    warns: [],
  },
  {
    what: 'partners parted and a role again in the second round of a pairing',
    rooms: [
      [seats('b', 'c'), 'k2'],
      [seats('a', 'd'), 'k2'],
    ],
    more: { past: [past(1, ['a', 'b', [], 'k1'], ['c', 'd', [], 'k1'])] },
    warns: [
      { kind: 'parted', people: ['a', 'b'] },
      { kind: 'parted', people: ['c', 'd'] },
      { kind: 'role-again', room: 2, person: 'a', seat: 'customer' },
      { kind: 'role-again', room: 2, person: 'd', seat: 'officer' },
      { kind: 'uneven', person: 'a', seat: 'customer', times: 2, least: 0 },
      { kind: 'uneven', person: 'd', seat: 'officer', times: 2, least: 0 },
    ],
  },
  {
    what: 'the card of the first round again',
    rooms: [[seats('b', 'a'), 'k1']],
    more: { past: [past(1, ['a', 'b', [], 'k1'])] },
    warns: [{ kind: 'card-again', room: 1, card: 'k1' }],
  },
  {
    what: 'partners of an earlier pairing',
    rooms: [
      [seats('a', 'b'), 'k2'],
      [seats('c', 'd'), 'k2'],
    ],
    more: {
      pairing: 2,
      past: [
        past(1, ['a', 'b', [], 'k1'], ['d', 'c', [], 'k1']),
        past(1, ['b', 'a', [], 'k1'], ['c', 'd', [], 'k1']),
      ],
    },
    warns: [
      { kind: 'met', room: 1, people: ['a', 'b'] },
      { kind: 'met', room: 2, people: ['c', 'd'] },
    ],
  },
  {
    what: 'nothing uneven of somebody who missed a round',
    rooms: [
      [seats('a', 'b'), 'k2'],
      [seats('c', 'd'), 'k2'],
    ],
    more: { pairing: 2, past: [past(1, ['a', 'c', [], 'k1'])] },
    warns: [],
  },
  {
    what: 'of a fishbowl only what keeps it from starting and a brief that was seen',
    rooms: [[seats('a', 'b', 'c', 'd'), 'k1']],
    more: { kind: 'fishbowl', past: [past(1, ['a', 'b', ['c', 'd'], 'k1'])], seen: () => false },
    warns: [],
  },
]

const inOrder = (warnings: readonly PlanWarning[]) => warnings.map(warning => JSON.stringify(warning)).sort()

describe('what an arrangement keeps less than the planner promises', () => {
  test.each(cases)('[P10] $what', ({ rooms, more = {}, warns }) => {
    expect(inOrder(brokenPromises(request({ rooms, more })))).toEqual(inOrder(warns))
  })

  test('[P10] what keeps a plan from starting comes first', () => {
    const rooms = [[seats('a', null, 'c', 'd', 'e'), 'k1']] as const
    const [first] = brokenPromises(request({ rooms }))
    expect(first?.kind).toBe('empty-seat')
  })

  test.each([2, 3] as const)(
    '[P10] the planner’s own plans for groups of %i break nothing but partners that must meet again',
    size => {
      for (const count of [2, 3, 5, 8, 12, 17]) {
        const present = Array.from({ length: count }, (_, index) => `p${index + 2}`)
        const cards = Array.from({ length: 20 }, (_, index) => ({
          hash: `k${index}`,
          difficulty: 1 as const,
          minutes: 5,
        }))
        const played: PastRound[] = []
        for (let round = 0; round < 6; round++) {
          const pairing = Math.floor(round / 2) + 1
          const knows = new Set(
            played.flatMap(({ rooms }) =>
              rooms.flatMap(room =>
                [room.customer, room.officer, ...room.observers].map(person => `${person} ${room.card}`),
              ),
            ),
          )
          const seen = (person: string, card: string) => knows.has(`${person} ${card}`)
          const drawn = planRound({ present, groupSize: size, pairing, past: played, cards, seen, seed: 7 })
          if (!drawn.ok) throw new Error(drawn.say)
          const found = brokenPromises({
            rooms: drawn.rooms.map((room, index) => ({ room: index + 1, seats: room, card: room.card })),
            kind: 'pairing',
            present,
            isHere: () => true,
            groupSize: size,
            pairing,
            past: played,
            cards,
            seen,
          })
          expect(found.filter(({ kind }) => kind !== 'met')).toEqual([])
          played.push({ pairing, rooms: drawn.rooms })
        }
      }
    },
  )
})
