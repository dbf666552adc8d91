import type { CommandOf } from '../command.ts'
import { currentScene, personOf, roomOf, seatOf } from '../find.ts'
import { ROOM_PERMITS, type RoomCommandType } from '../permits.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { PhaseName, Room, Scene, Seat } from '../room.ts'
import type { ClassState } from '../state.ts'

export interface InRoom {
  readonly ok: true
  readonly room: Room
  readonly scene: Scene
  readonly seat: Seat | 'instructor'
}

/**
 * Finds the room, scene and seat that a command was composed for, and refuses if they are no longer the sender's,
 * if that seat may not give the command, or if the room is in a phase in which nobody may.
 */
export function inRoom(state: ClassState, command: CommandOf<RoomCommandType>): Refusal | InRoom {
  const { place } = command.data
  const room = roomOf(state, place.room)
  if (room === undefined) return refuse('moved-on', 'That round is over.')
  const person = personOf(state, command.actor)
  const holds =
    place.seat === 'instructor'
      ? person?.role === 'instructor'
      : seatOf(room.seats, command.actor) === place.seat
  if (!holds) return refuse('moved-on', 'You no longer have that seat.')
  const permits = ROOM_PERMITS[command.type].filter(permit => permit.seats.includes(place.seat))
  if (permits.length === 0) return refuse('not-allowed', `The ${place.seat} can't do that.`)
  const scene = currentScene(room)
  if (scene.id !== place.scene) return refuse('moved-on', 'That scene is over.')
  if (!permits.some(permit => permit.phases.includes(room.phase.name))) {
    return refuse('wrong-phase', `${PHASE_SAYS[room.phase.name]} Not now.`)
  }
  return { ok: true, room, scene, seat: place.seat }
}

const PHASE_SAYS: Readonly<Record<PhaseName, string>> = {
  briefing: 'The scene has not begun.',
  scene: 'The scene is running.',
  'time-out': 'It is time-out.',
  'wrap-up': 'The scene is coming to its end.',
  'step-out': 'The scene is over.',
  rating: 'Ratings are being given.',
  debrief: 'The debrief is open.',
  retake: 'A retake is running.',
  stopped: 'This scene has ended.',
  done: 'This room is done.',
}
