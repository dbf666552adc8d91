import type { Rating, RoomView } from '@evenkeel/classroom/view'

/** What a rater gave for an item. Only a number is ever a score. */
export type Given = 1 | 2 | 3 | 4 | 5 | 'not-observable' | 'not-answered' | 'not-asked' | 'no-score'

/**
 * An item that is missing in a rating was not asked or not answered. A viewer is told what was asked of themselves, and
 * of nobody else: where the two can't be told apart, it is `no-score`.
 */
export function givenOf(
  rating: Pick<Rating, 'by' | 'scores'>,
  item: string,
  viewer: { readonly me: string | null; readonly asked: RoomView['asked'] },
): Given {
  const score = rating.scores[item]
  if (score !== undefined) return score
  if (rating.by !== viewer.me) return 'no-score'
  return viewer.asked.includes(item) ? 'not-answered' : 'not-asked'
}

/** The rubric items to show, of `all`: those that anybody gave an answer to, or that the viewer was asked. */
export function itemsShown(
  all: readonly string[],
  ratings: readonly Pick<Rating, 'scores'>[],
  asked: readonly string[],
): string[] {
  return all.filter(id => asked.includes(id) || ratings.some(rating => rating.scores[id] !== undefined))
}
