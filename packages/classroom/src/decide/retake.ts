import type { CommandOf } from '../command.ts'
import { sceneIdAt } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { ClassState } from '../state.ts'
import { type Decision, happen } from './decision.ts'
import { enter } from './enter.ts'
import { inRoom } from './in-room.ts'

export const MOST_RETAKES = 5

/** Two minutes of the hinge moment again: a scene of its own that names where it left the first one. */
export function startRetake(state: ClassState, command: CommandOf<'StartRetake'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room } = here
  const { offset, swapped } = command.data
  const [first] = room.scenes
  if (first === undefined || room.scenes.length > MOST_RETAKES) {
    return refuse('limit', 'This scene was retaken often enough.')
  }
  if (room.seats.customer === null || room.seats.officer === null) {
    return refuse('gone', 'A retake needs both a customer and an officer.')
  }
  if (offset < 0 || offset > first.played) return refuse('invalid', 'That point is not within the scene.')
  const scene = sceneIdAt(room.id, room.scenes.length)
  const endsAt = command.at + state.settings.times.retake
  const fork = { scene: first.id, offset, swapped }
  return happen({ type: 'RetakeStarted', data: { room: room.id, scene, fork, endsAt } })
}

export function endRetake(state: ClassState, command: CommandOf<'EndRetake'>): Decision {
  const here = inRoom(state, command)
  return here.ok ? happen(enter(state, here.room, 'debrief', command.at)) : here
}
