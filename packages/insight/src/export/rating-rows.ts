import { customerItemIds, itemIds } from '@evenkeel/playbook'
import type { PlayedScene, SceneRating } from '../played-scene.ts'
import { type Answer, answerTo } from '../scores.ts'
import { type ClassFacts, isoTime, opaqueId } from './class-facts.ts'

/** The highest score of any item. */
export const MAXIMUM = 5

/** One rater, one item, one scene. Values are text or numbers, empty where there is none. */
export interface RatingRow {
  readonly class_id: string
  readonly class_opened: string
  readonly round: number
  readonly scene: string
  readonly scene_started: string
  readonly card: string
  readonly card_version: number
  readonly difficulty: number
  readonly medium: string
  readonly officer: string
  readonly rater: string
  readonly rated_as: string
  readonly item: string
  /** `scored`, `not-observable`, `not-answered` or `not-asked`: never mixed with a number. */
  readonly answer: string
  readonly raw: number | ''
  readonly maximum: number
}

/** In the order of the columns. */
export const RATING_COLUMNS = [
  'class_id',
  'class_opened',
  'round',
  'scene',
  'scene_started',
  'card',
  'card_version',
  'difficulty',
  'medium',
  'officer',
  'rater',
  'rated_as',
  'item',
  'answer',
  'raw',
  'maximum',
] as const satisfies readonly (keyof RatingRow)[]

/**
 * The long table: rater x item x scene. Of an assessed class all that was asked; of a practice class nothing at all, since
 * what people said there of themselves and of each other leaves only with the trainee. One row at a time, for streams.
 */
export function* ratingRows(facts: ClassFacts, scenes: Iterable<PlayedScene>): Generator<RatingRow> {
  if (facts.kind === 'practice') return
  for (const scene of scenes) {
    for (const rating of scene.ratings) {
      const items = rating.as === 'customer' ? customerItemIds : itemIds
      for (const item of items) {
        const answer = answerTo(rating, item)
        if (answer !== 'not-asked') yield ratingRow(facts, scene, rating, item, answer)
      }
    }
  }
}

function ratingRow(
  { classId, openedAt }: ClassFacts,
  scene: PlayedScene,
  { by, as, about }: SceneRating,
  item: string,
  answer: Answer,
): RatingRow {
  const { card } = scene
  return {
    class_id: classId,
    class_opened: isoTime(openedAt),
    round: scene.round,
    scene: scene.scene,
    scene_started: scene.startedAt === null ? '' : isoTime(scene.startedAt),
    card: card.id,
    card_version: card.version,
    difficulty: card.difficulty,
    medium: scene.medium,
    officer: about === null ? '' : opaqueId(classId, about),
    rater: opaqueId(classId, by),
    rated_as: as,
    item,
    answer: typeof answer === 'number' ? 'scored' : answer,
    raw: typeof answer === 'number' ? answer : '',
    maximum: MAXIMUM,
  }
}
