import type { PersonId, RoomId, SceneId, Seat } from '@evenkeel/classroom'
import { type CustomerItemId, customerItemIds, type ItemId, itemIds } from '@evenkeel/playbook'
import { outsideRatings } from '../agreement/raters-of.ts'
import type { Cast } from '../cast.ts'
import { type Mean, meanOf } from '../mean.ts'
import type { PlayedScene } from '../played-scene.ts'
import { answerTo } from '../scores.ts'
import { type BesideInstructor, besideInstructor } from './beside-instructor.ts'
import { type Evidence, evidence } from './evidence.ts'

/** One class that somebody was in. The same person has another `person` in each class. */
export interface ClassTaken {
  readonly classId: string
  /** Server time in ms. */
  readonly openedAt: number
  readonly person: PersonId
  /** With only those ratings that whoever asks may see. */
  readonly scenes: readonly PlayedScene[]
}

/** A scene that they were in. */
export interface ScenePlayed extends Evidence {
  readonly classId: string
}

/** How somebody saw what an instructor saw, in one class. Counts of marks, as in BesideInstructor. */
export interface BesideInClass
  extends Pick<BesideInstructor, 'scenes' | 'met' | 'agree' | 'onlyObserver' | 'onlyInstructor' | 'where'> {
  readonly classId: string
  readonly openedAt: number
}

/** A scene in which they were the officer and an item was scored; a mean if several people scored it. */
export interface ProgressPoint {
  readonly classId: string
  readonly openedAt: number
  readonly room: RoomId
  readonly scene: SceneId
  readonly score: number
  /** Scores behind it. */
  readonly n: number
}

export interface ItemProgress<Item extends string> {
  readonly item: Item
  /** Oldest first. */
  readonly points: readonly ProgressPoint[]
  readonly all: Mean<'nothing-rated'>
}

export interface Progress {
  /** The scenes in which they had each seat, oldest first, retakes and fishbowls too. */
  readonly played: Readonly<Record<Seat, readonly ScenePlayed[]>>
  /** As officer, by observers and instructors; items that were never scored are left out. */
  readonly items: readonly ItemProgress<ItemId>[]
  /** As officer, what the customers said about them. */
  readonly customers: readonly ItemProgress<CustomerItemId>[]
  /** As observer: their marks beside the instructors', by class, oldest first; classes where both marked no scene are left out. */
  readonly beside: readonly BesideInClass[]
}

/** A person's way over classes, by role and item, with the scenes behind each number. */
export function progressOf(taken: readonly ClassTaken[]): Progress {
  const ordered = taken.toSorted((a, b) => a.openedAt - b.openedAt)
  const playedAs = (sat: (cast: Cast, person: PersonId) => boolean): ScenePlayed[] =>
    ordered.flatMap(({ classId, person, scenes }) =>
      scenes.filter(({ cast }) => sat(cast, person)).map(scene => ({ classId, ...evidence(scene) })),
    )
  return {
    played: {
      customer: playedAs((cast, person) => cast.customer === person),
      officer: playedAs((cast, person) => cast.officer === person),
      observer: playedAs((cast, person) => cast.observers.includes(person)),
    },
    items: itemIds.flatMap(item => itemProgress(ordered, item, outsideRatings)),
    customers: customerItemIds.flatMap(item =>
      itemProgress(ordered, item, scene => scene.ratings.filter(rating => rating.as === 'customer')),
    ),
    beside: ordered.flatMap(besideIn),
  }
}

function besideIn({ classId, openedAt, person, scenes }: ClassTaken): BesideInClass[] {
  const own = besideInstructor(scenes).find(each => each.person === person)
  if (own === undefined) return []
  const { person: _, moments: __, ...counts } = own
  return [{ classId, openedAt, ...counts }]
}

function itemProgress<Item extends string>(
  taken: readonly ClassTaken[],
  item: Item,
  ratingsOf: (scene: PlayedScene) => PlayedScene['ratings'],
): ItemProgress<Item>[] {
  const points = taken.flatMap(({ classId, openedAt, person, scenes }) =>
    scenes.flatMap((scene): ProgressPoint[] => {
      const about = ratingsOf(scene).filter(rating => rating.about === person)
      const scores = about.map(rating => answerTo(rating, item)).filter(answer => typeof answer === 'number')
      const { mean, n } = meanOf(scores, () => 'nothing-rated')
      const { room, scene: id } = scene
      return mean === null ? [] : [{ classId, openedAt, room, scene: id, score: mean, n }]
    }),
  )
  if (points.length === 0) return []
  const all = meanOf(
    points.map(point => point.score),
    (): 'nothing-rated' => 'nothing-rated',
  )
  return [{ item, points, all }]
}
