import { personOf, roomOf, sitting } from '../find.ts'
import type { PersonId } from '../ids.ts'
import type { ClassState } from '../state.ts'
import type { Viewer } from './viewer.ts'

/** Whose names a viewer may read: everybody's for instructors, those in their own room for a person, nobody's for the projector. */
export function namesFor(viewer: Viewer, state: ClassState): readonly PersonId[] {
  switch (viewer.kind) {
    case 'projector':
      return []
    case 'person': {
      const person = personOf(state, viewer.person)
      if (person === undefined || person.standing === 'removed' || person.standing === 'blocked') return []
      const room = roomOf(state, person.room)
      return room === undefined
        ? [viewer.person]
        : [...new Set([viewer.person, ...sitting(room.seats), ...room.took])]
    }
    default:
      return state.people.map(person => person.id)
  }
}
