import type { CardHash, PersonId } from '../ids.ts'
import type { Seat, Seats } from '../room.ts'
import { type ClassRecord, CUSTOMER, OBSERVER, OFFICER, type Role, readRecord } from './class-record.ts'
import type { PastRound, Seen } from './plan.ts'
import type { PlanWarning } from './plan-warning.ts'
import { roomSizes } from './room-sizes.ts'

export interface PromisedRoom {
  /** The spot that people know the room by, from 1. */
  readonly room: number
  readonly seats: Seats
  readonly card: CardHash
}

export interface PromiseRequest {
  readonly rooms: readonly PromisedRoom[]
  readonly kind: 'pairing' | 'fishbowl'
  /** Who has to have a seat. */
  readonly present: readonly PersonId[]
  readonly isHere: (person: PersonId) => boolean
  readonly groupSize: 2 | 3
  readonly pairing: number
  /** Rounds before this one, oldest first. */
  readonly past: readonly PastRound[]
  readonly cards: readonly { readonly hash: CardHash }[]
  readonly seen: Seen
}

const SEATS: readonly Seat[] = ['customer', 'officer', 'observer']
const roleOf: Readonly<Record<Seat, Role>> = { customer: CUSTOMER, officer: OFFICER, observer: OBSERVER }

interface Sitting {
  readonly person: PersonId
  readonly seat: Seat
}

const sittingIn = ({ customer, officer, observers }: Seats): readonly Sitting[] => [
  ...(customer === null ? [] : [{ person: customer, seat: 'customer' as const }]),
  ...(officer === null ? [] : [{ person: officer, seat: 'officer' as const }]),
  ...observers.map(person => ({ person, seat: 'observer' as const })),
]

/**
 * Where an arrangement, whoever made it, keeps less than the planner promises (P1 to P5, P7), and what keeps it from
 * being started at all (R1), which comes first. Costs O(past seats + seated people + pairs that share a room).
 */
export function brokenPromises(request: PromiseRequest): readonly PlanWarning[] {
  const { rooms, kind, past, pairing } = request
  const everybody = rooms.flatMap(room => sittingIn(room.seats))
  const people = [...new Set(everybody.map(({ person }) => person))]
  const unfit = [...cannotStart(request, people), ...seenBriefs(request)]
  if (kind === 'fishbowl') return unfit
  const record = readRecord(people, past, pairing)
  const numberOf = new Map(people.map((person, index) => [person, index]))
  return [
    ...unfit,
    ...wrongSizes(request, people.length),
    ...partnersParted(rooms, people, record, numberOf),
    ...rolesAgain(rooms, record, numberOf),
    ...cardsAgain(request),
    ...unevenRoles(rooms, people, record, numberOf),
    ...metBefore(rooms, people, record, numberOf),
  ]
}

/** A plan with one of these can't be started. */
function cannotStart({ rooms, present, isHere }: PromiseRequest, people: readonly PersonId[]): PlanWarning[] {
  const empty = rooms.flatMap(({ room, seats }) =>
    (['customer', 'officer'] as const).flatMap((seat): PlanWarning[] =>
      seats[seat] === null ? [{ kind: 'empty-seat', room, seat }] : [],
    ),
  )
  const gone = rooms.flatMap(({ room, seats }) =>
    sittingIn(seats).flatMap(({ person }): PlanWarning[] =>
      isHere(person) ? [] : [{ kind: 'not-here', room, person }],
    ),
  )
  const standing = present.filter(person => !people.includes(person))
  return [...empty, ...gone, ...standing.map((person): PlanWarning => ({ kind: 'no-seat', person }))]
}

/** P7: said while there is a card that the officer does not know. */
function seenBriefs({ rooms, cards, seen }: PromiseRequest): PlanWarning[] {
  return rooms.flatMap(({ room, seats: { officer }, card }): PlanWarning[] => {
    const knows = officer !== null && seen(officer, card)
    return knows && cards.some(({ hash }) => !seen(officer, hash))
      ? [{ kind: 'brief-seen', room, person: officer, card }]
      : []
  })
}

/** P1: rooms that are larger or smaller than that many people of the class's size make necessary. */
function wrongSizes({ rooms, groupSize }: PromiseRequest, count: number): PlanWarning[] {
  if (count < 2) return []
  const sizes = roomSizes(count, groupSize)
  const people = (room: PromisedRoom) => sittingIn(room.seats).length
  const large = rooms.filter(
    room => people(room) > 3 || (people(room) === 3 && groupSize === 2 && triadsIn(rooms) > sizes.triads),
  )
  const unseen = rooms.filter(
    room => room.seats.observers.length === 0 && groupSize === 3 && pairsIn(rooms) > sizes.pairs,
  )
  return [
    ...large.map((room): PlanWarning => ({ kind: 'many', room: room.room, people: people(room) })),
    ...unseen.map((room): PlanWarning => ({ kind: 'nobody-observes', room: room.room })),
  ]
}

const triadsIn = (rooms: readonly PromisedRoom[]) =>
  rooms.filter(room => sittingIn(room.seats).length === 3).length
const pairsIn = (rooms: readonly PromisedRoom[]) =>
  rooms.filter(room => room.seats.observers.length === 0).length

type NumberOf = ReadonlyMap<PersonId, number>

/** P2: who played together in the pairing's first round and would not in its second. */
function partnersParted(
  rooms: readonly PromisedRoom[],
  people: readonly PersonId[],
  { lastRooms }: ClassRecord,
  numberOf: NumberOf,
): PlanWarning[] {
  const roomOf = new Map(
    rooms.flatMap(({ room, seats }) =>
      sittingIn(seats).map(({ person }) => [numberOf.get(person) ?? -1, room] as const),
    ),
  )
  return lastRooms.flatMap(last =>
    pairsOf(last).flatMap(([a, b]): PlanWarning[] =>
      roomOf.get(a) === roomOf.get(b) ? [] : [{ kind: 'parted', people: [people[a] ?? '', people[b] ?? ''] }],
    ),
  )
}

/** P2: a role that somebody had in the pairing's first round already. */
function rolesAgain(
  rooms: readonly PromisedRoom[],
  { held }: ClassRecord,
  numberOf: NumberOf,
): PlanWarning[] {
  return rooms.flatMap(({ room, seats }) =>
    sittingIn(seats).flatMap(({ person, seat }): PlanWarning[] =>
      (held[(numberOf.get(person) ?? -1) * 3 + roleOf[seat]] ?? 0) > 0
        ? [{ kind: 'role-again', room, person, seat }]
        : [],
    ),
  )
}

/** P2: the card that somebody in the room had in the pairing's first round, while there is another. */
function cardsAgain({ rooms, cards, past, pairing }: PromiseRequest): PlanWarning[] {
  if (cards.length < 2) return []
  const earlier = past.filter(round => round.pairing === pairing).flatMap(round => round.rooms)
  return rooms.flatMap(({ room, seats, card }): PlanWarning[] => {
    const sits = sittingIn(seats).map(({ person }) => person)
    const again = earlier.some(
      known =>
        known.card === card &&
        [known.customer, known.officer, ...known.observers].some(person => sits.includes(person)),
    )
    return again ? [{ kind: 'card-again', room, card }] : []
  })
}

/** P3: a role that somebody would then have played at least twice more than another who was always there. */
function unevenRoles(
  rooms: readonly PromisedRoom[],
  people: readonly PersonId[],
  { played, always }: ClassRecord,
  numberOf: NumberOf,
): PlanWarning[] {
  const now = new Map(
    rooms.flatMap(({ room, seats }) =>
      sittingIn(seats).map(({ person, seat }) => [numberOf.get(person) ?? -1, { room, seat }] as const),
    ),
  )
  return SEATS.flatMap(seat => {
    const counts = people.flatMap((person, index) =>
      always[index] === 1
        ? [
            {
              person,
              plays: now.get(index)?.seat === seat,
              times: (played[index * 3 + roleOf[seat]] ?? 0) + Number(now.get(index)?.seat === seat),
            },
          ]
        : [],
    )
    const least = Math.min(...counts.map(({ times }) => times))
    return counts.flatMap(({ person, plays, times }): PlanWarning[] =>
      plays && times > least + 1 ? [{ kind: 'uneven', person, seat, times, least }] : [],
    )
  })
}

/** P4 and P5: partners of an earlier pairing. Some repeats can't be avoided in a small class; they are said all the same. */
function metBefore(
  rooms: readonly PromisedRoom[],
  people: readonly PersonId[],
  { met, size }: ClassRecord,
  numberOf: NumberOf,
): PlanWarning[] {
  return rooms.flatMap(({ room, seats }) =>
    pairsOf(sittingIn(seats).map(({ person }) => numberOf.get(person) ?? -1)).flatMap(
      ([a, b]): PlanWarning[] =>
        (met[a * size + b] ?? 0) > 0
          ? [{ kind: 'met', room, people: [people[a] ?? '', people[b] ?? ''] }]
          : [],
    ),
  )
}

const pairsOf = (list: readonly number[]): (readonly [number, number])[] =>
  list.flatMap((a, index) => list.slice(index + 1).map(b => [a, b] as const))
