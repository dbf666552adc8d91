import type { CardHash, PersonId } from '../ids.ts'
import { type CardChoice, chooseCard, NO_CARDS, reasonFor } from './choose-card.ts'
import { readRecord, seatsOf } from './class-record.ts'
import { followPlan, peopleInOrder } from './follow-plan.ts'
import type { PlannedRoom, PlanRequest, RoundPlan, Seated } from './plan.ts'
import { roomSizes } from './room-sizes.ts'
import { seatFirstRound } from './seat-first-round.ts'
import { seatLaterRound } from './seat-later-round.ts'
import { seededChance, shuffled } from './seeded-chance.ts'

export type {
  CardReason,
  PastRoom,
  PastRound,
  PlannedRoom,
  PlannerCard,
  PlanRequest,
  RoundPlan,
} from './plan.ts'

type Seats = Pick<PlannedRoom, 'customer' | 'officer' | 'observers'>

/**
 * Who sits with whom, in which seat, with which card: the rules P1 to P9 of docs/adr/0003-planner.md.
 * Pure: the same request gives the same plan. Refuses, with a sentence for the instructor, when fewer than two people
 * are there, when there is no card, or when the one card asked for is not among them.
 */
export function planRound(request: PlanRequest): RoundPlan {
  const { cards, card, seen } = request
  const present = [...new Set(request.present)].sort()
  if (present.length < 2) return { ok: false, say: present.length === 1 ? ONE_PERSON : NOBODY }
  if (cards.length === 0) return { ok: false, say: NO_CARDS }
  if (card !== undefined && !cards.some(each => each.hash === card)) return { ok: false, say: UNKNOWN_CARD }
  const rooms = seatEverybody(request, present)
  if (card !== undefined) {
    return {
      ok: true,
      rooms: rooms.map(room => ({ ...room, card, why: reasonFor(card, { ...room, seen }) })),
    }
  }
  return { ok: true, rooms: withCards(request, rooms) }
}

const NOBODY = 'A round needs at least two people, and nobody is here yet.'
const ONE_PERSON = 'A round needs at least two people, and only one is here.'
const UNKNOWN_CARD = 'That card is not one of this class’s cards.'

function seatEverybody(request: PlanRequest, present: readonly PersonId[]): Seats[] {
  const { groupSize, pairing, past, seed } = request
  const sizes = roomSizes(present.length, groupSize)
  const chance = seededChance(seed ^ Math.imul(past.length + 1, 0x9e3779b1))
  const people = inFirstOrder(request, shuffled(present, chance))
  const followed = followPlan(request, sizes, people)
  if (followed !== undefined) return [...followed]
  const record = readRecord(people, past, pairing)
  const { rooms } =
    record.lastRooms.length > 0
      ? seatLaterRound(record, sizes, chance)
      : seatFirstRound(record, sizes, chance)
  const named = (person: number) => people[person] ?? ''
  return rooms.map(({ customer, officer, observers }: Seated) => ({
    customer: named(customer),
    officer: named(officer),
    observers: observers.map(named),
  }))
}

/** If the class is the one that began, in the order of its first seats, which is what the circle of pairs goes by. */
function inFirstOrder({ past }: PlanRequest, people: readonly PersonId[]): readonly PersonId[] {
  const first = past[0] === undefined ? [] : peopleInOrder(past[0])
  const here = new Set(people)
  return first.length === people.length && first.every(person => here.has(person)) ? first : people
}

/**
 * P7, room by room. In a later round of a pairing never the card its people just had (P2), unless it is the only one or
 * the officer, new in this room, has seen all others.
 */
function withCards(
  { cards, seen, difficulty, past, pairing, seed }: PlanRequest,
  rooms: readonly Seats[],
): PlannedRoom[] {
  const inUse = new Map<CardHash, number>()
  const met = new Map<PersonId, Map<CardHash, number>>()
  const had = new Map<PersonId, CardHash[]>()
  for (const round of past) {
    for (const room of round.rooms) {
      for (const person of seatsOf(room)) {
        const times = met.get(person) ?? new Map<CardHash, number>()
        met.set(person, times.set(room.card, (times.get(room.card) ?? 0) + 1))
        if (round.pairing === pairing) had.set(person, [...(had.get(person) ?? []), room.card])
      }
    }
  }
  return rooms.map((room, index) => {
    const request = {
      ...room,
      cards,
      seen,
      ...(difficulty === undefined ? {} : { difficulty }),
      times: (person: PersonId, card: CardHash) => met.get(person)?.get(card) ?? 0,
      inUse: (card: CardHash) => inUse.get(card) ?? 0,
      seed: seed + index,
    }
    const not = [room.customer, room.officer, ...room.observers].flatMap(person => had.get(person) ?? [])
    const other = chooseCard({ ...request, not })
    const choice = other.ok && other.why !== 'least-seen' ? other : unspoilt(other, chooseCard(request))
    if (!choice.ok) throw new Error('a class with cards has one for every room')
    inUse.set(choice.card, (inUse.get(choice.card) ?? 0) + 1)
    return { ...room, card: choice.card, why: choice.why }
  })
}

/** Another card than the last one, unless that one is the only card or the only one that the officer has not seen. */
const unspoilt = (other: CardChoice, any: CardChoice): CardChoice =>
  other.ok && any.ok && any.why === 'least-seen' ? other : any
