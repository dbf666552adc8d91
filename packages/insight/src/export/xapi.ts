import type { PersonId } from '@evenkeel/classroom'
import { type ItemId, itemIds, type RubricItem } from '@evenkeel/playbook'
import type { PlayedScene, SceneRating } from '../played-scene.ts'
import type { Attendance } from '../report/attendance.ts'
import { answerTo } from '../scores.ts'
import { type ClassFacts, opaqueId } from './class-facts.ts'
import { MAXIMUM } from './rating-rows.ts'

/** xAPI 1.0.3 (IEEE 9274.1.1's predecessor), ADL specification, part two: data. */
const ATTENDED = { id: 'http://adlnet.gov/expapi/verbs/attended', display: { 'en-US': 'attended' } }
const COMPLETED = { id: 'http://adlnet.gov/expapi/verbs/completed', display: { 'en-US': 'completed' } }
const SCORED = { id: 'http://adlnet.gov/expapi/verbs/scored', display: { 'en-US': 'scored' } }
const COURSE = 'http://adlnet.gov/expapi/activities/course'
const SIMULATION = 'http://adlnet.gov/expapi/activities/simulation'
const OBJECTIVE = 'http://adlnet.gov/expapi/activities/objective'
const LOWEST = 1

type Json = string | number | boolean | { readonly [key: string]: Json } | readonly Json[]
export type Statement = Readonly<Record<string, Json>>

export interface XapiParts {
  /** The deployment's own address: the home of all its accounts, activities and extensions. No slash at the end. */
  readonly home: string
  /** A UUID made from a name, the same each time (version 5), so that sending twice stores once. */
  readonly uuid: (name: string) => string
}

/**
 * A class as xAPI statements: who attended; of an assessed class also each scene with its moments, and each item's score.
 * Actors are accounts of this deployment under their opaque ids, never names or mail addresses.
 */
export function* xapiStatements(
  facts: ClassFacts,
  attendance: readonly Attendance[],
  scenes: Iterable<PlayedScene>,
  parts: XapiParts,
): Generator<Statement> {
  for (const each of attendance) if (each.role === 'trainee') yield attended(facts, each, parts)
  if (facts.kind === 'practice') return
  for (const scene of scenes) {
    const { officer } = scene.cast
    if (officer === null || scene.startedAt === null) continue
    yield completed(facts, scene, officer, parts)
    for (const rating of scene.ratings) {
      if (rating.as === 'self' || rating.as === 'customer' || rating.about === null) continue
      for (const item of itemIds) {
        const answer = answerTo(rating, item)
        if (typeof answer === 'number') {
          yield scored(facts, scene, rating, rating.about, item, answer, parts)
        }
      }
    }
  }
}

function attended(facts: ClassFacts, each: Attendance, parts: XapiParts): Statement {
  return {
    id: parts.uuid(`attended ${facts.classId} ${each.person}`),
    actor: account(facts, each.person, parts),
    verb: ATTENDED,
    object: classActivity(facts, parts),
    result: { duration: duration(each.present) },
    timestamp: time(each.until),
  }
}

function completed(facts: ClassFacts, scene: PlayedScene, officer: PersonId, parts: XapiParts): Statement {
  return {
    id: parts.uuid(`completed ${facts.classId} ${scene.scene} ${officer}`),
    actor: account(facts, officer, parts),
    verb: COMPLETED,
    object: sceneActivity(facts, scene, parts),
    result: {
      completion: !scene.stopped,
      duration: duration(scene.played),
      extensions: {
        [`${parts.home}/xapi/moments`]: scene.moments.map(({ mark, behaviour, offset, as }) => ({
          mark,
          ...(behaviour !== undefined && { behaviour }),
          offset,
          as,
        })),
      },
    },
    context: within(facts, parts),
    timestamp: time((scene.startedAt ?? 0) + scene.played),
  }
}

function scored(
  facts: ClassFacts,
  scene: PlayedScene,
  { by, as }: SceneRating,
  officer: PersonId,
  item: ItemId,
  raw: number,
  parts: XapiParts,
): Statement {
  const text = scene.rubric.items.find((each: RubricItem) => each.id === item)
  return {
    id: parts.uuid(`scored ${facts.classId} ${scene.scene} ${by} ${as} ${item}`),
    actor: account(facts, officer, parts),
    verb: SCORED,
    object: {
      objectType: 'Activity',
      id: `${parts.home}/rubric/${item}`,
      definition: { type: OBJECTIVE, name: { [scene.rubric.language]: text?.title ?? item } },
    },
    result: { score: { scaled: (raw - LOWEST) / (MAXIMUM - LOWEST), raw, min: LOWEST, max: MAXIMUM } },
    context: {
      instructor: account(facts, by, parts),
      contextActivities: {
        parent: [sceneActivity(facts, scene, parts)],
        grouping: [classActivity(facts, parts)],
      },
      extensions: { [`${parts.home}/xapi/rated-as`]: as },
    },
    timestamp: time((scene.startedAt ?? 0) + scene.played),
  }
}

const account = ({ classId }: ClassFacts, person: PersonId, { home }: XapiParts): Json => ({
  objectType: 'Agent',
  account: { homePage: home, name: opaqueId(classId, person) },
})

const classActivity = ({ classId, title }: ClassFacts, { home }: XapiParts): Json => ({
  objectType: 'Activity',
  id: `${home}/class/${classId}`,
  // An instructor wrote it, in a language that nobody said (RFC 5646, 2.2.1).
  definition: { type: COURSE, name: { und: title } },
})

const sceneActivity = ({ classId }: ClassFacts, { scene, card }: PlayedScene, { home }: XapiParts): Json => ({
  objectType: 'Activity',
  id: `${home}/class/${classId}/scene/${scene}`,
  definition: { type: SIMULATION, name: { [card.language]: card.title } },
})

const within = (facts: ClassFacts, parts: XapiParts): Json => ({
  contextActivities: { parent: [classActivity(facts, parts)] },
})

/** ISO 8601 duration in seconds, to the hundredth as the specification asks. */
const duration = (ms: number): string => `PT${(Math.round(ms / 10) / 100).toString()}S`
const time = (at: number): string => new Date(at).toISOString()
