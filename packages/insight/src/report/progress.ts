import type { PersonId, RoomId, SceneId } from '@evenkeel/classroom'
import { type CustomerItemId, customerItemIds, type ItemId, itemIds } from '@evenkeel/playbook'
import { outsideRatings } from '../agreement/raters-of.ts'
import { type Mean, meanOf } from '../mean.ts'
import type { PlayedScene } from '../played-scene.ts'
import { answerTo } from '../scores.ts'

/** One class that somebody was in. The same person has another `person` in each class. */
export interface ClassTaken {
  readonly classId: string
  /** Server time in ms. */
  readonly openedAt: number
  readonly person: PersonId
  /** With only those ratings that whoever asks may see. */
  readonly scenes: readonly PlayedScene[]
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
  /** Scenes by seat, retakes and fishbowls too. */
  readonly played: { readonly customer: number; readonly officer: number; readonly observer: number }
  /** As officer, by observers and instructors; items that were never scored are left out. */
  readonly items: readonly ItemProgress<ItemId>[]
  /** As officer, what the customers said about them. */
  readonly customers: readonly ItemProgress<CustomerItemId>[]
}

/** A person's way over classes, by role and item, with the scenes behind each number. */
export function progressOf(taken: readonly ClassTaken[]): Progress {
  const ordered = taken.toSorted((a, b) => a.openedAt - b.openedAt)
  const casts = ordered.flatMap(({ person, scenes }) => scenes.map(({ cast }) => ({ person, cast })))
  const count = (sat: (each: (typeof casts)[number]) => boolean) => casts.filter(sat).length
  return {
    played: {
      customer: count(({ person, cast }) => cast.customer === person),
      officer: count(({ person, cast }) => cast.officer === person),
      observer: count(({ person, cast }) => cast.observers.includes(person)),
    },
    items: itemIds.flatMap(item => itemProgress(ordered, item, outsideRatings)),
    customers: customerItemIds.flatMap(item =>
      itemProgress(ordered, item, scene => scene.ratings.filter(rating => rating.as === 'customer')),
    ),
  }
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
