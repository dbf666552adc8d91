import type { CardHash, PersonId } from '../ids.ts'
import { readRecord, seatsOf } from './class-record.ts'
import type { PastRound, PlannedRoom, PlannerCard, PlanRequest, Seen } from './plan.ts'
import { planRound } from './plan-round.ts'

/** What happened to a class, in short, for tests: who was there for each round. */
export interface Story {
  readonly groupSize: 2 | 3
  readonly seed: number
  readonly cards: readonly PlannerCard[]
  /** [round]: who is present. Two rounds make a pairing. */
  readonly present: readonly (readonly PersonId[])[]
}

export interface Played {
  readonly present: readonly PersonId[]
  readonly rooms: readonly PlannedRoom[]
  /** The rounds before this one. */
  readonly before: readonly PastRound[]
  readonly request: PlanRequest
}

export const peopleUpTo = (count: number): PersonId[] =>
  Array.from({ length: count }, (_, index) => `p${index + 1}`)

export const deckOf = (count: number): PlannerCard[] =>
  Array.from({ length: count }, (_, index) => ({
    hash: `card${index + 1}`,
    difficulty: ([1, 2, 3] as const)[index % 3] ?? 1,
    minutes: 6,
  }))

/** Everybody in a room has seen its card's customer brief when the round is over. */
export function seenIn(past: readonly PastRound[]): Seen {
  const seen = new Map<PersonId, Set<CardHash>>()
  for (const { rooms } of past)
    for (const room of rooms)
      for (const person of seatsOf(room)) seen.set(person, (seen.get(person) ?? new Set()).add(room.card))
  return (person, card) => seen.get(person)?.has(card) ?? false
}

/** Plans and plays round after round. A refusal is a fault of the story. */
export function playStory({ groupSize, seed, cards, present }: Story): Played[] {
  const past: PastRound[] = []
  return present.map((people, round) => {
    const before = [...past]
    const pairing = (round >> 1) + 1
    const request: PlanRequest = {
      present: people,
      groupSize,
      pairing,
      past: before,
      cards,
      seen: seenIn(before),
      seed: seed + 7919 * round,
    }
    const plan = planRound(request)
    if (!plan.ok) throw new Error(plan.say)
    past.push({ pairing, rooms: plan.rooms })
    return { present: people, rooms: plan.rooms, before, request }
  })
}

export const pastAfter = ({ before, rooms, request }: Played): PastRound[] => [
  ...before,
  { pairing: request.pairing, rooms },
]

/** P3: the largest difference of a role's count between two people who were in every round, after this one. */
export function roleSpread(played: Played): number {
  const record = readRecord(played.present, pastAfter(played), 0)
  const spreads = [0, 1, 2].map(role => {
    const counts = played.present.flatMap((_, person) =>
      record.always[person] === 1 ? [record.played[person * 3 + role] ?? 0] : [],
    )
    return counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts)
  })
  return Math.max(...spreads)
}

/** P4, P5: by pairing, how many partners in it had shared a room in an earlier pairing. */
export function repeatsByPairing(rounds: readonly Played[]): number[] {
  const met = new Set<string>()
  return rounds
    .filter((_, round) => round % 2 === 0)
    .map(({ rooms }) => {
      const pairs = rooms.flatMap(room => partnersAmong(seatsOf(room)))
      const again = pairs.filter(pair => met.has(pair)).length
      for (const pair of pairs) met.add(pair)
      return again
    })
}

/** Each two of these people as one text. */
export function partnersAmong(people: readonly PersonId[]): string[] {
  const sorted = [...people].sort()
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map(b => `${a} ${b}`))
}
