import type { ClassKind, PersonId } from '@evenkeel/classroom'
import { type Agreement, agreementOf } from '../agreement/agreement-of.ts'
import type { PlayedScene } from '../played-scene.ts'
import { asInstructorSees } from './as-instructor.ts'
import { type ItemReport, itemReports } from './item-report.ts'
import { type MomentReport, momentReports } from './moment-report.ts'
import { type RolesPlayed, rolesPlayed } from './roles-played.ts'
import { type Finding, teachNext } from './teach-next.ts'

/** The instructor's page after class. Every number has its n, and the scenes that it opens to. */
export interface ClassReport {
  readonly kind: ClassKind | null
  /** Without fishbowls and retakes. */
  readonly scenes: number
  readonly rounds: readonly number[]
  /** Milliseconds of played time over all scenes and retakes. */
  readonly played: number
  readonly items: readonly ItemReport[]
  readonly moments: readonly MomentReport[]
  readonly roles: readonly RolesPlayed[]
  readonly agreement: Agreement
  readonly teachNext: readonly Finding[]
  /** Ratings that exist and stay with the trainees, because it is practice and they did not share them. */
  readonly keptPrivate: number
}

/**
 * A fold of a class's scenes for one instructor (null: for the owner of the records, who was not in the room).
 * `people`: the trainees of the class, for who played what.
 */
export function classReport(
  scenes: readonly PlayedScene[],
  people: readonly PersonId[],
  instructor: PersonId | null,
): ClassReport {
  const seen = scenes.map(scene => asInstructorSees(scene, instructor))
  const items = itemReports(seen)
  const moments = momentReports(seen)
  const roles = rolesPlayed(seen, people)
  const played = seen.filter(scene => scene.roundKind === 'pairing' && scene.fork === null)
  const ratings = (list: readonly PlayedScene[]) => list.reduce((sum, scene) => sum + scene.ratings.length, 0)
  return {
    kind: scenes[0]?.classKind ?? null,
    scenes: played.length,
    rounds: [...new Set(played.map(scene => scene.round))].sort((a, b) => a - b),
    played: scenes.reduce((sum, scene) => sum + scene.played, 0),
    items,
    moments,
    roles,
    agreement: agreementOf(seen),
    teachNext: teachNext({ scenes: seen, items, moments, roles }),
    keptPrivate: ratings(scenes) - ratings(seen),
  }
}
