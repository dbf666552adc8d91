import { currentScene } from '../find.ts'
import { type PersonId, personIndex, type RoomId, roomPosition } from '../ids.ts'
import type { Room, Scene } from '../room.ts'
import type { ClassState, Person } from '../state.ts'

/** The state with one person changed. An id that nobody has changes nothing. */
export function changePerson(
  state: ClassState,
  id: PersonId,
  change: (person: Person) => Person,
): ClassState {
  const index = personIndex(id)
  const person = state.people[index]
  return person === undefined ? state : { ...state, people: state.people.with(index, change(person)) }
}

/** The state with one room of the current round changed. */
export function changeRoom(state: ClassState, id: RoomId, change: (room: Room) => Room): ClassState {
  const round = state.round
  const position = roomPosition(id)
  if (round === null || position?.round !== round.number) return state
  const room = round.rooms[position.index]
  if (room === undefined) return state
  return { ...state, round: { ...round, rooms: round.rooms.with(position.index, change(room)) } }
}

export function changeCurrentScene(room: Room, change: (scene: Scene) => Scene): Room {
  return { ...room, scenes: room.scenes.with(-1, change(currentScene(room))) }
}

/** Marks customer briefs as seen. One class-wide reveal touches everybody at once and copies the list once. */
export function addSeen(state: ClassState, persons: readonly PersonId[], card: string): ClassState {
  const wanted = new Set(persons)
  return {
    ...state,
    people: state.people.map(person =>
      wanted.has(person.id) && !person.seen.includes(card)
        ? { ...person, seen: [...person.seen, card] }
        : person,
    ),
  }
}
