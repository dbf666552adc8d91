import { type BehaviourId, behaviourIds } from '@evenkeel/playbook'
import type { PlayedScene } from '../played-scene.ts'
import { type Evidence, evidence } from './evidence.ts'

/** How often a behaviour was marked, by round. Marks are counted, not happenings: two observers are two marks. */
export interface MomentReport {
  readonly behaviour: BehaviourId
  readonly marks: number
  /** Scenes in which anybody marked it. */
  readonly scenes: number
  readonly rounds: readonly { readonly round: number; readonly marks: number }[]
  readonly where: readonly Evidence[]
}

/** Only behaviours that somebody marked, in the order of the rubric. Fishbowls and retakes are left out. */
export function momentReports(scenes: readonly PlayedScene[]): MomentReport[] {
  const counted = scenes.filter(scene => scene.roundKind === 'pairing' && scene.fork === null)
  const rounds = [...new Set(counted.map(scene => scene.round))].sort((a, b) => a - b)
  return behaviourIds.flatMap(behaviour => {
    const found = counted.flatMap(scene =>
      scene.moments.filter(each => each.behaviour === behaviour).map(moment => ({ scene, moment })),
    )
    if (found.length === 0) return []
    return [
      {
        behaviour,
        marks: found.length,
        scenes: new Set(found.map(({ scene }) => scene)).size,
        rounds: rounds.map(round => ({
          round,
          marks: found.filter(({ scene }) => scene.round === round).length,
        })),
        where: found.map(({ scene, moment }) => evidence(scene, moment.offset)),
      },
    ]
  })
}
