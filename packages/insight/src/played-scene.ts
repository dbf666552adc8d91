import type {
  CallView,
  CardHash,
  ClassKind,
  CurvePoint,
  Fork,
  Line,
  Medium,
  Moment,
  PersonId,
  Rating,
  RoomId,
  RoundKind,
  SceneId,
  TwistView,
} from '@evenkeel/classroom'
import type { Card, ItemId, Rubric } from '@evenkeel/playbook'
import type { Cast } from './cast.ts'

/**
 * What happened between the first and the last word of a scene: all that timeline and what-moved-it need.
 * A `SceneView` from the wire has this shape too, so a screen reads the same numbers as a report. Offsets are
 * milliseconds of played time.
 */
export interface Told {
  readonly played: number
  /** Null for whoever may not see the temperature. */
  readonly curve: readonly CurvePoint[] | null
  /** The curve as the customer corrected it afterwards, or null. */
  readonly corrected: readonly CurvePoint[] | null
  readonly lines: readonly Line[]
  /** Undone ones are not in it. */
  readonly moments: readonly Moment[]
  readonly twists: readonly TwistView[]
  readonly calls: readonly CallView[]
}

/** `asked`: the items that this rater was asked, so that "not asked" is never taken for "not answered". */
export interface SceneRating extends Rating {
  readonly asked: readonly string[]
}

/**
 * One scene of a class as its journal tells it. Notes, whispers, the talk of a time-out, help calls and whoever stopped
 * the scene are not in it: nothing here names them.
 */
export interface PlayedScene extends Told {
  readonly room: RoomId
  readonly scene: SceneId
  readonly spot: number
  readonly round: number
  readonly roundKind: RoundKind
  readonly pairing: number
  readonly classKind: ClassKind
  readonly medium: Medium
  readonly cardHash: CardHash
  readonly card: Card
  /** The rubric text that the class was opened with. */
  readonly rubric: Rubric
  /** The items of the round's focus. */
  readonly focus: readonly ItemId[]
  readonly cast: Cast
  /** Only retakes have one: where they left the scene that they try again. */
  readonly fork: Fork | null
  /** Server time in ms at which the clock first ran; null if it never did. */
  readonly startedAt: number | null
  readonly curve: readonly CurvePoint[]
  /** Ratings are about the scene itself; its retakes have none. */
  readonly ratings: readonly SceneRating[]
  /** Who lets the instructor of a practice class see their ratings. */
  readonly sharing: readonly PersonId[]
  /** It was ended early, by anybody and for any reason: the two look the same. */
  readonly stopped: boolean
}
