import type { ClassState } from '../state.ts'
import { CONSOLE, PROJECTOR, type Viewer } from '../view/viewer.ts'

/**
 * The looks into rooms that instructors have open from now on: the first instructor has every room open, also one that
 * the next round brings; the others look into the first room only.
 */
export function looksFrom(state: ClassState): readonly Viewer[] {
  const instructors = state.people.filter(person => person.role === 'instructor')
  const rooms = state.round?.rooms.map(room => room.id) ?? []
  const coming = `r${(state.round?.number ?? 0) + 1}-1`
  return instructors.flatMap((instructor, index) =>
    (index === 0 ? [...rooms, coming] : rooms.slice(0, 1)).map(
      (room): Viewer => ({ kind: 'watch', room, person: instructor.id }),
    ),
  )
}

/** Everybody who looks at a class: each person who ever joined, the looks that are open, the console and the projector. */
export function everyViewer(state: ClassState, looks: readonly Viewer[]): readonly Viewer[] {
  const persons = state.people.map((person): Viewer => ({ kind: 'person', person: person.id }))
  return [...persons, ...looks, CONSOLE, PROJECTOR]
}
