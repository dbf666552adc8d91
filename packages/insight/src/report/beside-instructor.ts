import type { PersonId } from '@evenkeel/classroom'
import { calibrateMarks } from '../agreement/calibration.ts'
import type { PlayedScene } from '../played-scene.ts'
import { type BesideMoment, besideMoments } from './beside-moments.ts'
import { type Evidence, evidence } from './evidence.ts'

/** One observer's marks beside the instructors' on the scenes that both watched. Counts of marks. */
export interface BesideInstructor {
  readonly person: PersonId
  readonly scenes: number
  /** About the same thing; of these, as many said the same of it (helped or hurt). */
  readonly met: number
  readonly agree: number
  readonly onlyObserver: number
  readonly onlyInstructor: number
  readonly where: readonly Evidence[]
  /** Scene by scene, in each as it happened. */
  readonly moments: readonly BesideMoment[]
}

/**
 * Every observer who marked in a scene in which an instructor marked too; most scenes first. Where several instructors
 * marked, their marks are one list: the room against whoever teaches it.
 */
export function besideInstructor(scenes: readonly PlayedScene[]): BesideInstructor[] {
  const rows = new Map<PersonId, BesideInstructor>()
  for (const scene of scenes) {
    const theirs = scene.moments.filter(each => each.as === 'instructor')
    if (theirs.length === 0) continue
    const observers = new Set(scene.moments.filter(each => each.as === 'observer').map(each => each.by))
    for (const person of observers) {
      const own = scene.moments.filter(each => each.as === 'observer' && each.by === person)
      const calibration = calibrateMarks(own, theirs)
      const { met, onlyMine, onlyTheirs } = calibration
      const before = rows.get(person)
      rows.set(person, {
        person,
        scenes: (before?.scenes ?? 0) + 1,
        met: (before?.met ?? 0) + met.length,
        agree: (before?.agree ?? 0) + met.filter(each => each.agree).length,
        onlyObserver: (before?.onlyObserver ?? 0) + onlyMine.length,
        onlyInstructor: (before?.onlyInstructor ?? 0) + onlyTheirs.length,
        where: [...(before?.where ?? []), evidence(scene)],
        moments: [...(before?.moments ?? []), ...besideMoments(scene.scene, calibration)],
      })
    }
  }
  return [...rows.values()].sort((a, b) => b.scenes - a.scenes)
}
