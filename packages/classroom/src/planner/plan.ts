import type { CardHash, PersonId } from '../ids.ts'

/**
 * Why a room got its card. `least-seen`: the officer has seen its customer brief, because no card is left that they have
 * not; said whenever that is so. `chosen`: the instructor named it. `instead`: the instructor named others, and the officer
 * has seen them all. `nearest-level`: the officer has seen all of the level that was asked for. `unseen`: nobody in the room
 * has seen it. `unseen-by-officer`: the officer has not, somebody else in the room has.
 */
export type CardReason =
  | 'chosen'
  | 'instead'
  | 'nearest-level'
  | 'unseen'
  | 'unseen-by-officer'
  | 'least-seen'

export interface PlannedRoom {
  readonly customer: PersonId
  readonly officer: PersonId
  readonly observers: readonly PersonId[]
  readonly card: CardHash
  readonly why: CardReason
}

export interface PastRoom {
  readonly customer: PersonId
  readonly officer: PersonId
  readonly observers: readonly PersonId[]
  readonly card: CardHash
}

/** One plan that was really started. */
export interface PastRound {
  readonly pairing: number
  readonly rooms: readonly PastRoom[]
}

export interface PlannerCard {
  readonly hash: CardHash
  readonly difficulty: 1 | 2 | 3
  readonly minutes: number
}

/** Has the person seen that card's customer brief, in any seat or debrief? */
export type Seen = (person: PersonId, card: CardHash) => boolean

export interface PlanRequest {
  readonly present: readonly PersonId[]
  readonly groupSize: 2 | 3
  /** Number of the pairing that this round belongs to. */
  readonly pairing: number
  /** Oldest first. */
  readonly past: readonly PastRound[]
  readonly cards: readonly PlannerCard[]
  readonly seen: Seen
  readonly difficulty?: 1 | 2 | 3
  /** The cards that the instructor named: one for all rooms, or several to choose from. Each is among `cards`. */
  readonly wanted?: readonly CardHash[]
  readonly seed: number
}

export type RoundPlan = { readonly ok: true; readonly rooms: readonly PlannedRoom[] } | PlanRefusal
export interface PlanRefusal {
  readonly ok: false
  /** One sentence for the instructor. */
  readonly say: string
}

/** One room's people by their number in the class record, before a card is chosen. */
export interface Seated {
  readonly customer: number
  readonly officer: number
  readonly observers: readonly number[]
}
