import type { PersonId } from '@evenkeel/classroom'
import type { PlayedScene } from '../played-scene.ts'

export interface RolesPlayed {
  readonly person: PersonId
  readonly customer: number
  readonly officer: number
  readonly observer: number
}

/** How often each of these people played which seat in scenes and retakes of pairing rounds. */
export function rolesPlayed(scenes: readonly PlayedScene[], people: readonly PersonId[]): RolesPlayed[] {
  const casts = scenes.filter(scene => scene.roundKind === 'pairing').map(scene => scene.cast)
  return people.map(person => ({
    person,
    customer: casts.filter(cast => cast.customer === person).length,
    officer: casts.filter(cast => cast.officer === person).length,
    observer: casts.filter(cast => cast.observers.includes(person)).length,
  }))
}
