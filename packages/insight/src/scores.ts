import type { PersonId, RatedAs } from '@evenkeel/classroom'
import {
  type CustomerItemId,
  customerItemIds,
  type GroupId,
  groupIds,
  type ItemId,
  itemIds,
  type Rubric,
} from '@evenkeel/playbook'
import { type Mean, meanOf } from './mean.ts'
import type { SceneRating } from './played-scene.ts'

/** What a rater gave for an item. The four are never mixed: only a number is ever counted. */
export type Answer = 1 | 2 | 3 | 4 | 5 | 'not-observable' | 'not-answered' | 'not-asked'

/** Why there is no mean: what the answers were, the nearest to a score first. */
export type NoScore = 'nobody-rated' | 'not-observable' | 'not-answered' | 'not-asked'

export const NO_SCORE_SAYS: Readonly<Record<NoScore, string>> = {
  'nobody-rated': 'Nobody rated this scene.',
  'not-observable': 'It could not be observed in this scene.',
  'not-answered': 'It was asked and not answered.',
  'not-asked': 'It was not asked.',
}

export type MeanScore = Mean<NoScore>

/** One rater's answers about the officer; `groups`: the mean of their observed items, and how many those were. */
export interface RaterScores {
  readonly by: PersonId
  readonly as: Exclude<RatedAs, 'customer'>
  readonly items: Readonly<Record<ItemId, Answer>>
  readonly groups: Readonly<Record<GroupId, MeanScore>>
}

/** One customer's answers in the first person; `mean`: over the items that they answered. */
export interface CustomerScores {
  readonly by: PersonId
  readonly items: Readonly<Record<CustomerItemId, Answer>>
  readonly mean: MeanScore
}

/** There is no single grade in it, on purpose: groups and items stay apart, and the officer's own view apart from the others'. */
export interface SceneScores {
  /** The officer first, then observers, then instructors, each by person. */
  readonly raters: readonly RaterScores[]
  /** Observers and instructors together: the sum of all their observed scores over the number of these scores. */
  readonly over: {
    readonly items: Readonly<Record<ItemId, MeanScore>>
    readonly groups: Readonly<Record<GroupId, MeanScore>>
  }
  readonly customers: readonly CustomerScores[]
  /** All customer items of all who played the customer. */
  readonly customer: MeanScore
}

/** The scores of one scene's ratings, or of many scenes' together. Does not depend on the order of the ratings. */
export function scoresOf(ratings: readonly SceneRating[], rubric: Pick<Rubric, 'items'>): SceneScores {
  const ordered = ratings.toSorted(byRater)
  const raters = ordered.flatMap(rating => raterScores(rating, rubric))
  const customers = ordered.flatMap(customerScores)
  const others = raters.filter(rater => rater.as !== 'self')
  const answersTo = (item: ItemId) => others.map(rater => rater.items[item])
  return {
    raters,
    over: {
      items: recordOf(itemIds, item => meanScore(answersTo(item))),
      groups: recordOf(groupIds, group => meanScore(itemsIn(rubric, group).flatMap(answersTo))),
    },
    customers,
    customer: meanScore(customers.flatMap(customer => Object.values(customer.items))),
  }
}

/** What a rating says about an item of the rubric or of the customer's five. */
export function answerTo({ scores, asked }: Pick<SceneRating, 'scores' | 'asked'>, item: string): Answer {
  const given = Object.hasOwn(scores, item) ? scores[item] : undefined
  return given ?? (asked.includes(item) ? 'not-answered' : 'not-asked')
}

/** The mean of the answers that are numbers, 1 to 5. */
export function meanScore(answers: readonly Answer[]): MeanScore {
  const observed = answers.filter(answer => typeof answer === 'number')
  return meanOf(observed, () => {
    if (answers.length === 0) return 'nobody-rated'
    if (answers.includes('not-observable')) return 'not-observable'
    return answers.includes('not-answered') ? 'not-answered' : 'not-asked'
  })
}

function raterScores(rating: SceneRating, rubric: Pick<Rubric, 'items'>): RaterScores[] {
  if (rating.as === 'customer') return []
  const items = recordOf(itemIds, item => answerTo(rating, item))
  const groups = recordOf(groupIds, group => meanScore(itemsIn(rubric, group).map(item => items[item])))
  return [{ by: rating.by, as: rating.as, items, groups }]
}

function customerScores(rating: SceneRating): CustomerScores[] {
  if (rating.as !== 'customer') return []
  const items = recordOf(customerItemIds, item => answerTo(rating, item))
  return [{ by: rating.by, items, mean: meanScore(Object.values(items)) }]
}

const itemsIn = (rubric: Pick<Rubric, 'items'>, group: GroupId): ItemId[] =>
  rubric.items.filter(item => item.group === group).map(item => item.id)

const SEAT_ORDER: readonly RatedAs[] = ['self', 'customer', 'observer', 'instructor']

/** `p2` before `p10`: shorter ids first, then by their letters. */
function byRater(a: SceneRating, b: SceneRating): number {
  return (
    SEAT_ORDER.indexOf(a.as) - SEAT_ORDER.indexOf(b.as) ||
    a.by.length - b.by.length ||
    (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)
  )
}

/** Built from the list of its keys, so that none is missing. */
function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map(key => [key, make(key)])) as Record<Key, Value>
}
