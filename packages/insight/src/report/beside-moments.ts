import type { Moment, SceneId } from '@evenkeel/classroom'
import type { BehaviourId } from '@evenkeel/playbook'
import type { Calibration } from '../agreement/calibration.ts'

/** What somebody said of a moment; null where they gave it no name. */
export interface Marked {
  readonly mark: 'helped' | 'hurt'
  readonly behaviour: BehaviourId | null
}

/** One thing that was marked, by both or by one alone. `offset`: ms of played time, of the earlier mark. */
export interface BesideMoment {
  readonly scene: SceneId
  readonly offset: number
  readonly observer: Marked | null
  readonly instructor: Marked | null
}

/** Moment by moment, in the order in which they happened. */
export function besideMoments(
  scene: SceneId,
  { met, onlyMine, onlyTheirs }: Calibration,
): readonly BesideMoment[] {
  return [
    ...met.map(({ mine, theirs }) => ({
      scene,
      offset: Math.min(mine.offset, theirs.offset),
      observer: marked(mine),
      instructor: marked(theirs),
    })),
    ...onlyMine.map(mine => ({ scene, offset: mine.offset, observer: marked(mine), instructor: null })),
    ...onlyTheirs.map(theirs => ({
      scene,
      offset: theirs.offset,
      observer: null,
      instructor: marked(theirs),
    })),
  ].sort((a, b) => a.offset - b.offset)
}

export const marked = ({ mark, behaviour }: Moment): Marked => ({ mark, behaviour: behaviour ?? null })
