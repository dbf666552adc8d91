import type { CardHash, PersonId } from '../ids.ts'
import type { CardReason, PlannerCard, PlanRefusal, Seen } from './plan.ts'
import { seededChance, shuffled } from './seeded-chance.ts'

export interface CardRequest {
  readonly customer: PersonId
  readonly officer: PersonId
  readonly observers: readonly PersonId[]
  readonly cards: readonly PlannerCard[]
  readonly seen: Seen
  /** Preferred; the nearest difficulty is taken when the officer has seen all cards of this one. */
  readonly difficulty?: 1 | 2 | 3
  /** Cards that are out of the question: the one just declined, or the pairing's first one. */
  readonly not?: readonly CardHash[]
  /** How often a person has been in a room with that card, for when everything has been seen. */
  readonly times?: (person: PersonId, card: CardHash) => number
  /** How many rooms of this round have the card already: rooms spread over the deck where nothing else decides. */
  readonly inUse?: (card: CardHash) => number
  readonly seed: number
}

export type CardChoice =
  | { readonly ok: true; readonly card: CardHash; readonly why: CardReason }
  | PlanRefusal

/**
 * P7. Never a card whose customer brief the officer has seen while another remains. Then, in this order: the wanted
 * difficulty, new to the customer, new to most observers, least often met by the officer and the room, in fewest rooms,
 * chance.
 */
export function chooseCard(request: CardRequest): CardChoice {
  const { customer, officer, observers, cards, seen, difficulty, not = [], times, inUse, seed } = request
  const left = cards.filter(card => !not.includes(card.hash))
  if (left.length === 0) {
    return { ok: false, say: cards.length === 0 ? NO_CARDS : 'There is no other card in this class.' }
  }
  const ranked = shuffled(left, seededChance(seed)).map(({ hash, difficulty: level }) => ({
    hash,
    rank: [
      Number(seen(officer, hash)),
      difficulty === undefined ? 0 : Math.abs(level - difficulty),
      Number(seen(customer, hash)),
      observers.filter(observer => seen(observer, hash)).length,
      times?.(officer, hash) ?? 0,
      [customer, ...observers].reduce((sum, person) => sum + (times?.(person, hash) ?? 0), 0),
      inUse?.(hash) ?? 0,
    ],
  }))
  const best = ranked.reduce((a, b) => (before(b.rank, a.rank) ? b : a))
  return { ok: true, card: best.hash, why: reasonFor(best.hash, request) }
}

export const NO_CARDS = 'Choose at least one card for this class first.'

/** What is true of a card in a room, whoever chose it. */
export function reasonFor(
  card: CardHash,
  room: Pick<CardRequest, 'customer' | 'officer' | 'observers' | 'seen'>,
): CardReason {
  if (room.seen(room.officer, card)) return 'least-seen'
  return [room.customer, ...room.observers].some(person => room.seen(person, card))
    ? 'unseen-by-officer'
    : 'unseen'
}

function before(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value < other
  }
  return false
}
