import type { CardHash, PersonId } from '../ids.ts'
import { type CardChoice, chooseCard, NO_CARDS } from './choose-card.ts'
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
 * are there, when there is no card, or when one that was named is not among them.
 */
export function planRound(request: PlanRequest): RoundPlan {
  const { cards, wanted = [] } = request
  const present = [...new Set(request.present)].sort()
  if (present.length < 2) return { ok: false, say: present.length === 1 ? ONE_PERSON : NOBODY }
  if (cards.length === 0) return { ok: false, say: NO_CARDS }
  if (!wanted.every(hash => cards.some(card => card.hash === hash))) return { ok: false, say: UNKNOWN_CARD }
  return { ok: true, rooms: withCards(request, seatEverybody(request, present)) }
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
  { cards, seen, wanted, difficulty, past, pairing, seed }: PlanRequest,
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
      ...(wanted === undefined ? {} : { wanted }),
      ...(difficulty === undefined ? {} : { difficulty }),
      times: (person: PersonId, card: CardHash) => met.get(person)?.get(card) ?? 0,
      inUse: (card: CardHash) => inUse.get(card) ?? 0,
      seed: seed + index,
    }
    const not = [room.customer, room.officer, ...room.observers].flatMap(person => had.get(person) ?? [])
    const other = chooseCard({ ...request, not })
    const fits = other.ok && other.why !== 'least-seen' && other.why !== 'instead'
    const choice = fits ? other : better(other, chooseCard(request))
    if (!choice.ok) throw new Error('a class with cards has one for every room')
    inUse.set(choice.card, (inUse.get(choice.card) ?? 0) + 1)
    return { ...room, card: choice.card, why: choice.why }
  })
}

/**
 * Another card than those of this pairing, unless the officer has seen all others, or one of them was named and is new to
 * the officer. The only card that there is comes again.
 */
function better(other: CardChoice, any: CardChoice): CardChoice {
  if (!other.ok || !any.ok) return any
  const spoilt = other.why === 'least-seen' && any.why !== 'least-seen'
  const named = other.why === 'instead' && any.why !== 'instead' && any.why !== 'least-seen'
  return spoilt || named ? any : other
}
