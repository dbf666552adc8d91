import type { PersonId } from '@evenkeel/classroom'
import type { PlayedScene, SceneRating } from '../played-scene.ts'

/**
 * The scene with only those ratings that an instructor may see [G6]: in an assessed class all; in practice their own, and
 * those that author and officer both share. Everything that an instructor reads of a class starts from this.
 */
export function asInstructorSees(scene: PlayedScene, instructor: PersonId | null): PlayedScene {
  if (scene.classKind === 'assessed') return scene
  const shared = (person: PersonId | null) => person !== null && scene.sharing.includes(person)
  const seen = ({ by, about }: SceneRating) => by === instructor || (shared(by) && shared(about))
  return { ...scene, ratings: scene.ratings.filter(seen) }
}
