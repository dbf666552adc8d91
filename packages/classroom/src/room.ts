import type { BehaviourId, ItemId, Temperature } from '@evenkeel/playbook'
import type { Actor, CardHash, MomentId, PersonId, RoomId, SceneId } from './ids.ts'
import type { Trail } from './trail.ts'

export type Seat = 'customer' | 'officer' | 'observer'

export interface Seats {
  readonly customer: PersonId | null
  readonly officer: PersonId | null
  readonly observers: readonly PersonId[]
}

export interface Line {
  /** 1, 2, 3 … within the scene. */
  readonly n: number
  readonly by: PersonId
  readonly seat: 'customer' | 'officer'
  readonly how: 'say' | 'do'
  readonly text: string
  /** Milliseconds of played time since the scene began. */
  readonly offset: number
}

export interface CurvePoint {
  readonly level: Temperature
  readonly offset: number
}

/** One of the card's triggers or calmers, which the customer says has happened. */
export interface Cue {
  readonly kind: 'trigger' | 'calmer'
  readonly index: 0 | 1 | 2
}

export type MarkedAs = 'observer' | 'instructor' | 'customer'

export interface Moment {
  readonly id: MomentId
  readonly by: PersonId
  readonly as: MarkedAs
  readonly mark: 'helped' | 'hurt'
  readonly offset: number
  /** Named afterwards, or at once by those who use the full palette. */
  readonly behaviour?: BehaviourId
  readonly line?: number
  readonly cue?: Cue
  /** The words as the customer remembers them. */
  readonly words?: string
}

export interface Fork {
  readonly scene: SceneId
  readonly offset: number
  readonly swapped: boolean
}

export interface Dropped {
  readonly index: 0 | 1
  readonly offset: number
}

/** An `open` call waits for its answer. `answer`: what the instructor said in place of what the card has written. */
export interface Call extends Dropped {
  readonly open?: true
  readonly answer?: string
}

/** What happened between the first and the last word. */
export interface Scene {
  readonly id: SceneId
  /** Only retakes have one: where they left the scene that they try again. */
  readonly fork?: Fork
  readonly lines: Trail<Line>
  readonly curve: Trail<CurvePoint>
  /** The curve as the customer corrected it afterwards. Shown as corrected, beside the first one. */
  readonly corrected?: readonly CurvePoint[]
  readonly moments: readonly Moment[]
  /** How many moments there ever were, so that an undone one's id is not used again. */
  readonly momentCount: number
  readonly twists: readonly Dropped[]
  readonly calls: readonly Call[]
  /** Played time up to the last pause, in ms. */
  readonly played: number
  /** Server time at which the clock last started; null while it stands. */
  readonly runningSince: number | null
  /** Server time at which it last stopped, so that a tap that comes late still finds its place. */
  readonly stoodFrom: number | null
}

export type PhaseName =
  | 'briefing'
  | 'scene'
  | 'time-out'
  | 'wrap-up'
  | 'step-out'
  | 'rating'
  | 'debrief'
  | 'retake'
  | 'stopped'
  | 'done'

/** A union, so that a phase cannot be without what it needs or carry what it has not. Times are server times in ms. */
export type Phase =
  | { readonly name: 'briefing'; readonly endsAt: number }
  /** `startsAt`: the count-in is over and the clock runs. */
  | { readonly name: 'scene'; readonly startsAt: number; readonly endsAt: number }
  /** Typed scenes only: somebody who plays is away, the clock stands. */
  | { readonly name: 'scene'; readonly held: true; readonly remaining: number }
  | {
      readonly name: 'time-out'
      readonly of: 'scene' | 'retake'
      readonly calledBy: PersonId
      readonly remaining: number
    }
  /** `customerSpoke`: an exchange has begun; the officer's next line ends it. */
  | { readonly name: 'wrap-up'; readonly endsAt: number; readonly customerSpoke: boolean }
  | { readonly name: 'step-out'; readonly endsAt: number }
  | { readonly name: 'rating'; readonly endsAt: number }
  | { readonly name: 'debrief'; readonly endsAt: number }
  | { readonly name: 'retake'; readonly endsAt: number }
  /** `by` is for the instructor alone. */
  | { readonly name: 'stopped'; readonly by: Actor }
  | { readonly name: 'done' }

export type Score = 1 | 2 | 3 | 4 | 5 | 'not-observable'
export type RatedAs = 'self' | 'customer' | 'observer' | 'instructor'

export interface Rating {
  readonly by: PersonId
  readonly as: RatedAs
  /** Who played the officer in the scene that is rated. */
  readonly about: PersonId | null
  /** Keys: rubric items, for the customer the customer items. An item that is missing was not asked or not answered. */
  readonly scores: Readonly<Record<string, Score>>
  readonly sentence: string
}

export interface Whisper {
  readonly to: PersonId
  readonly text: string
  readonly at: number
}

export interface Aside {
  readonly by: PersonId
  readonly text: string
  readonly at: number
}

/** Said in a time-out, to those who were not the customer then, whoever takes which seat later. */
export interface Conferred extends Aside {
  readonly among: readonly PersonId[]
}

export interface Room {
  readonly id: RoomId
  readonly spot: number
  readonly card: CardHash
  /** The planner's reason for the card, or who changed it. */
  readonly why: string
  readonly seats: Seats
  /** Who sat where when the scene ended, whoever leaves, comes or swaps afterwards; null before. */
  readonly cast: Seats | null
  /** Everybody who ever sat here: a debrief is projected only if all of them agree. */
  readonly took: readonly PersonId[]
  readonly phase: Phase
  /** The last one is current; the first is the scene itself, the others are retakes. */
  readonly scenes: readonly Scene[]
  /** Who said that they are ready in this phase. */
  readonly ready: readonly PersonId[]
  /** Of the people seated here: whose device the server has lost for longer than the grace. */
  readonly away: readonly PersonId[]
  /** Both briefs, moments and ratings are open to everyone in the room. Never goes back. */
  readonly revealed: boolean
  readonly focus: readonly ItemId[]
  readonly ratings: readonly Rating[]
  readonly finished: readonly PersonId[]
  /** Who lets the instructor of a practice class see ratings. */
  readonly sharing: readonly PersonId[]
  /** Who lets this debrief be projected. */
  readonly consents: readonly PersonId[]
  readonly whispers: readonly Whisper[]
  readonly asides: readonly Conferred[]
  readonly notes: readonly Aside[]
}
