import type { CardHash, PersonId } from '../ids.ts'
import type { CardReason, PlannerCard, PlanRefusal, Seen } from './plan.ts'
import { seededChance, shuffled } from './seeded-chance.ts'

export interface CardRequest {
  readonly customer: PersonId
  readonly officer: PersonId
  readonly observers: readonly PersonId[]
  readonly cards: readonly PlannerCard[]
  readonly seen: Seen
  /** The cards that the instructor named. Another one is taken only for an officer who has seen them all. */
  readonly wanted?: readonly CardHash[]
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
 * P7. Never a card whose customer brief the officer has seen while another remains. Then, in this order: one
 * that was named, the wanted difficulty, new to the customer, new to most observers, least often met by the officer and the room, in fewest rooms,
 * chance.
 */
export function chooseCard(request: CardRequest): CardChoice {
  const {
    customer,
    officer,
    observers,
    cards,
    seen,
    wanted,
    difficulty,
    not = [],
    times,
    inUse,
    seed,
  } = request
  if (cards.length === 0) return { ok: false, say: NO_CARDS }
  const left = cards.filter(card => !not.includes(card.hash))
  const reasons: readonly ((card: PlannerCard) => number)[] = [
    card => Number(seen(officer, card.hash)),
    card => Number(wanted !== undefined && !wanted.includes(card.hash)),
    card => (difficulty === undefined ? 0 : Math.abs(card.difficulty - difficulty)),
    card => Number(seen(customer, card.hash)),
    card => count(observers, observer => Number(seen(observer, card.hash))),
    card => times?.(officer, card.hash) ?? 0,
    card => count([customer, ...observers], person => times?.(person, card.hash) ?? 0),
    card => inUse?.(card.hash) ?? 0,
  ]
  let best = shuffled(left, seededChance(seed))
  for (const reason of reasons) {
    if (best.length === 1) break
    const least = Math.min(...best.map(reason))
    best = best.filter(card => reason(card) === least)
  }
  const [chosen] = best
  if (chosen === undefined) return { ok: false, say: NO_OTHER }
  return { ok: true, card: chosen.hash, why: reasonOf(chosen, request) }
}

export const NO_CARDS = 'Choose at least one card for this class first.'
const NO_OTHER = 'There is no other card in this class.'

const count = (people: readonly PersonId[], one: (person: PersonId) => number) =>
  people.reduce((sum, person) => sum + one(person), 0)

/** Why this card was chosen for this request. */
function reasonOf(card: PlannerCard, request: CardRequest): CardReason {
  const { wanted, difficulty } = request
  const reason = reasonFor(card.hash, request)
  if (reason === 'least-seen') return reason
  if (wanted !== undefined && !wanted.includes(card.hash)) return 'instead'
  if (wanted?.length === 1) return 'chosen'
  return difficulty !== undefined && card.difficulty !== difficulty ? 'nearest-level' : reason
}

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
