import { personOf } from './find.ts'
import type { PersonId } from './ids.ts'
import type { ClassState } from './state.ts'

/** Who somebody is now, when people who had come in twice were made one. An id that nobody has stays as it is. */
export function personNow(state: ClassState, id: PersonId): PersonId {
  const seen = new Set<PersonId>()
  let now = id
  // A circle can't be made: whoever stays is present, and whoever went is not. The set ends one that came in with a file.
  for (let into = personOf(state, now)?.into; into !== undefined; into = personOf(state, now)?.into) {
    if (seen.has(into)) return id
    seen.add(into)
    now = into
  }
  return now
}

/** Everybody who became this person, however long ago; not they themselves. */
export function mergedInto(state: ClassState, id: PersonId): readonly PersonId[] {
  return state.people
    .filter(person => person.into !== undefined && person.id !== id && personNow(state, person.id) === id)
    .map(person => person.id)
}

/**
 * The event since which this id has been whoever it is now; 0 for somebody who was always themselves. What a device folded
 * before that was another person's view.
 */
export function sameSince(state: ClassState, id: PersonId): number {
  const chain = [id, ...(personNow(state, id) === id ? [] : chainOf(state, id))]
  return Math.max(...chain.map(person => personOf(state, person)?.since ?? 0))
}

/** Those between an id and who it is now, without the latter. */
function chainOf(state: ClassState, id: PersonId): readonly PersonId[] {
  const into = personOf(state, id)?.into
  return into === undefined || personOf(state, into)?.into === undefined
    ? []
    : [into, ...chainOf(state, into)]
}
