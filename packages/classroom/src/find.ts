import { type PersonId, personIndex, type RoomId, roomPosition } from './ids.ts'
import type { Line, Room, Scene, Seat, Seats } from './room.ts'
import type { ClassState, Person } from './state.ts'

export function personOf(state: ClassState, id: PersonId): Person | undefined {
  return state.people[personIndex(id)]
}

/** A room of the round that is being played. */
export function roomOf(state: ClassState, id: RoomId | null): Room | undefined {
  if (id === null || state.round === null) return undefined
  const position = roomPosition(id)
  return position?.round === state.round.number ? state.round.rooms[position.index] : undefined
}

export function currentScene(room: Room): Scene {
  const scene = room.scenes.at(-1)
  if (scene === undefined) throw new Error(`room ${room.id} has no scene`)
  return scene
}

/** Lines are counted from 1: there is no line 0, and none from the end. */
export const lineOf = (scene: Scene, n: number): Line | undefined =>
  n < 1 ? undefined : scene.lines.at(n - 1)

export function seatOf(seats: Seats, person: PersonId): Seat | undefined {
  if (seats.customer === person) return 'customer'
  if (seats.officer === person) return 'officer'
  return seats.observers.includes(person) ? 'observer' : undefined
}

/** Who played in the room's scene: those who sit there until it is over, those who sat there at its end afterwards. */
export const castOf = (room: Room): Seats => room.cast ?? room.seats

/** Everybody who sits there: customer, officer, observers. */
export function sitting(seats: Seats): readonly PersonId[] {
  const players = [seats.customer, seats.officer].filter(person => person !== null)
  return [...players, ...seats.observers]
}

/** Whom the room waits for: those who sit there with a device that answers. */
export function waitedFor(state: ClassState, room: Room): readonly PersonId[] {
  return sitting(room.seats).filter(id => !room.away.includes(id) && personOf(state, id)?.paper === false)
}

/**
 * Played time of a scene at a server time, in ms: pauses do not count, nor does the count-in. For a time before the
 * last pause it is counted back from where the clock stopped, which is right within the stretch before that pause.
 */
export function offsetAt(scene: Scene, at: number): number {
  const { played, runningSince, stoodFrom } = scene
  if (runningSince !== null && at >= runningSince) return played + at - runningSince
  return stoodFrom !== null && at < stoodFrom ? Math.max(0, played - (stoodFrom - at)) : played
}

/** Present trainees, and instructors only where they sit: the people whom a plan gives a seat. */
export function trainees(state: ClassState): readonly Person[] {
  return state.people.filter(person => person.role === 'trainee' && person.standing === 'present')
}
