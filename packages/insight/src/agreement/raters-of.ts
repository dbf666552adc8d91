import type { PersonId } from '@evenkeel/classroom'
import type { BehaviourId, ItemId } from '@evenkeel/playbook'
import { meanOf } from '../mean.ts'
import type { PlayedScene, SceneRating } from '../played-scene.ts'
import { answerTo } from '../scores.ts'
import type { ScoreTable } from './score-table.ts'

/** Whoever rates what others did. What officers give themselves is no second opinion and is not compared here. */
const fromOutside = ({ as }: SceneRating): boolean => as === 'observer' || as === 'instructor'

export const outsideRatings = ({ ratings }: PlayedScene): SceneRating[] => ratings.filter(fromOutside)

/** Everybody who rated any of the scenes from outside, each once, in the order in which they first did. */
export function ratersOf(scenes: readonly PlayedScene[]): PersonId[] {
  return [...new Set(scenes.flatMap(outsideRatings).map(rating => rating.by))]
}

/** Scenes by raters: the score of one item, 1 to 5. "Not observable" and "not asked" are missing. */
export function itemTable(
  scenes: readonly PlayedScene[],
  raters: readonly PersonId[],
  item: ItemId,
): ScoreTable {
  return tableOf(scenes, raters, rating => {
    const answer = answerTo(rating, item)
    return typeof answer === 'number' ? answer : null
  })
}

/** Scenes by raters: the mean of the items that both raters of a scene scored would differ; so only `items` count. */
export function totalTable(
  scenes: readonly PlayedScene[],
  raters: readonly PersonId[],
  items: readonly ItemId[],
): ScoreTable {
  return tableOf(scenes, raters, rating => {
    const answers = items.map(item => answerTo(rating, item))
    const scores = answers.filter(answer => typeof answer === 'number')
    return scores.length < items.length ? null : meanOf(scores, () => 'nothing').mean
  })
}

/** Scenes by watchers: 1 where they marked the behaviour at least once, 0 where they watched and did not. */
export function momentTable(
  scenes: readonly PlayedScene[],
  watchers: readonly PersonId[],
  behaviour: BehaviourId,
): ScoreTable {
  return scenes.map(scene => {
    const watched = new Set(watchersOf(scene))
    const marked = new Set(scene.moments.filter(each => each.behaviour === behaviour).map(each => each.by))
    return watchers.map(person => (watched.has(person) ? (marked.has(person) ? 1 : 0) : null))
  })
}

/** Observers of a scene, and instructors who marked or rated something in it: an instructor's silence may be absence. */
export function watchersOf(scene: PlayedScene): PersonId[] {
  const marked = scene.moments.filter(each => each.as === 'instructor').map(each => each.by)
  const rated = outsideRatings(scene).map(rating => rating.by)
  return [...new Set([...scene.cast.observers, ...marked, ...rated])]
}

function tableOf(
  scenes: readonly PlayedScene[],
  raters: readonly PersonId[],
  score: (rating: SceneRating) => number | null,
): ScoreTable {
  return scenes.map(scene => {
    const ratings = new Map(outsideRatings(scene).map(rating => [rating.by, rating]))
    return raters.map(person => {
      const rating = ratings.get(person)
      return rating === undefined ? null : score(rating)
    })
  })
}
