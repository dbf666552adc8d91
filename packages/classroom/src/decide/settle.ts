import type { Envelope } from '../command.ts'
import type { ClassEvent, Happening } from '../event.ts'
import { EVENT_VERSIONS } from '../event.ts'
import { evolve } from '../evolve.ts'
import { roomOf, sitting, waitedFor } from '../find.ts'
import type { RoomId } from '../ids.ts'
import type { Room } from '../room.ts'
import type { ClassState } from '../state.ts'
import { type Accepted, happen } from './decision.ts'
import { enter } from './enter.ts'

/** Gives an event its number: seq follows the state, time never goes backwards. */
export function stamp(
  state: ClassState,
  happening: Happening,
  command: Pick<Envelope, 'id' | 'actor' | 'at'>,
): ClassEvent {
  const event: ClassEvent = {
    seq: state.seq + 1,
    at: Math.max(state.at, command.at),
    actor: command.actor,
    commandId: command.id,
    v: EVENT_VERSIONS[happening.type],
    ...happening,
  }
  return event
}

/**
 * Adds what follows by itself from what was decided: a room moves on when everyone it waits for is ready, a typed scene
 * stands while a player is away. Looks only at the rooms named.
 */
export function settle(
  state: ClassState,
  command: Envelope,
  events: readonly Happening[],
  rooms: readonly (RoomId | null)[],
): Accepted {
  const settled = [...events]
  let now = events.reduce((folded, event) => evolve(folded, stamp(folded, event, command)), state)
  for (const id of rooms) {
    // Each step moves a room forward or stands its clock, so this ends; a room has fewer phases than this.
    for (let step = 0; step < 12; step++) {
      const room = roomOf(now, id)
      const next = room && consequence(now, room, command.at)
      if (next === undefined) break
      settled.push(next)
      now = evolve(now, stamp(now, next, command))
    }
  }
  return happen(...settled)
}

function consequence(state: ClassState, room: Room, at: number): Happening | undefined {
  const { phase } = room
  switch (phase.name) {
    case 'briefing':
      if (!movesByItself(state) || !playersHere(state, room)) return undefined
      return allIn(state, room, room.ready) || at >= phase.endsAt
        ? enter(state, room, 'scene', at)
        : undefined
    case 'scene':
      return holdOrResume(state, room, at)
    case 'step-out':
      return movesByItself(state) && allIn(state, room, room.ready)
        ? enter(state, room, 'rating', at)
        : undefined
    case 'rating':
      return allIn(state, room, room.finished) ? enter(state, room, 'debrief', at) : undefined
    case 'debrief':
    case 'stopped':
      return movesByItself(state) && allIn(state, room, room.ready)
        ? enter(state, room, 'done', at)
        : undefined
    default:
      return undefined
  }
}

const movesByItself = (state: ClassState) => state.settings.pace === 'room'

/** Nobody is waited for whose device is away or who plays on paper, unless that is everybody. */
function allIn(state: ClassState, room: Room, done: readonly string[]): boolean {
  const waited = waitedFor(state, room)
  const needed = waited.length > 0 ? waited : sitting(room.seats)
  return needed.length > 0 && needed.every(person => done.includes(person))
}

/** A spoken scene never depends on a device; a typed one needs both players at theirs. */
export function playersHere(state: ClassState, room: Room): boolean {
  if (state.settings.medium === 'spoken') return true
  const { customer, officer } = room.seats
  return (
    customer !== null && officer !== null && !room.away.includes(customer) && !room.away.includes(officer)
  )
}

function holdOrResume(state: ClassState, room: Room, at: number): Happening | undefined {
  const { phase } = room
  if (phase.name !== 'scene') return undefined
  const here = playersHere(state, room)
  if ('held' in phase) {
    return here ? { type: 'SceneResumed', data: { room: room.id, endsAt: at + phase.remaining } } : undefined
  }
  if (here) return undefined
  return { type: 'SceneHeld', data: { room: room.id, remaining: remainingAt(phase, at) } }
}

/** What is left of a running scene in ms; the count-in takes nothing from it. */
export function remainingAt(
  phase: { readonly startsAt?: number; readonly endsAt: number },
  at: number,
): number {
  return Math.max(0, phase.endsAt - Math.max(at, phase.startsAt ?? at))
}
