import type { CommandOf } from '../command.ts'
import { personOf, seatOf } from '../find.ts'
import type { PersonId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { Room } from '../room.ts'
import type { ClassState } from '../state.ts'
import { LONGEST, requireText } from '../text.ts'
import { type Decision, happen } from './decision.ts'
import { inRoom } from './in-room.ts'
import { remainingAt, settle } from './settle.ts'

export function callTimeOut(state: ClassState, command: CommandOf<'CallTimeOut'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { phase, id } = here.room
  if (!('endsAt' in phase)) return refuse('wrong-phase', 'The scene is already standing still.')
  return happen({ type: 'TimeOutCalled', data: { room: id, remaining: remainingAt(phase, command.at) } })
}

/**
 * Whoever called it; and anyone in the room once a trainee who called it is away or sits there no longer, so that nobody
 * is held by somebody who is gone. An instructor always may.
 */
export function endsTimeOut(state: ClassState, room: Room, person: PersonId): boolean {
  const { phase, seats, away } = room
  if (phase.name !== 'time-out') return false
  const { calledBy } = phase
  if (calledBy === person) return true
  if (seatOf(seats, person) === undefined || personOf(state, calledBy)?.role === 'instructor') return false
  return seatOf(seats, calledBy) === undefined || away.includes(calledBy)
}

export function endTimeOut(state: ClassState, command: CommandOf<'EndTimeOut'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { phase, id } = here.room
  if (phase.name !== 'time-out') return refuse('wrong-phase', 'There is no time-out.')
  if (here.seat !== 'instructor' && !endsTimeOut(state, here.room, command.actor)) {
    return refuse('not-allowed', 'Whoever called the time-out ends it, or the instructor.')
  }
  const endsAt = command.at + phase.remaining
  return settle(state, command, [{ type: 'TimeOutEnded', data: { room: id, endsAt } }], [id])
}

/** Officer and observer think together while everybody pauses. The customer never reads it. */
export function confer(state: ClassState, command: CommandOf<'Confer'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const text = requireText(command.data.text, LONGEST.whisper, 'A note')
  if (!text.ok) return text
  if (here.room.asides.length >= 200) return refuse('limit', 'There were too many notes in this room.')
  return happen({ type: 'Conferred', data: { room: here.room.id, text: text.text } })
}
