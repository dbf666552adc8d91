import type { CommandOf } from '../command.ts'
import type { Happening } from '../event.ts'
import { currentScene, roomOf, sitting } from '../find.ts'
import { refuse } from '../refusal.ts'
import type { Room } from '../room.ts'
import { type ClassState, STEPS, type Step, stepRank } from '../state.ts'
import { already, type Decision, happen } from './decision.ts'
import { enter } from './enter.ts'
import { inRoom } from './in-room.ts'
import { answerDue } from './radio.ts'
import { playersHere, settle } from './settle.ts'

export function ready(state: ClassState, command: CommandOf<'Ready'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  return readyPerson(state, command, here.room, command.actor)
}

/** The instructor readies somebody, mostly one who holds their seat on paper. */
export function readyFor(state: ClassState, command: CommandOf<'ReadyFor'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { person } = command.data
  if (!sitting(here.room.seats).includes(person)) return refuse('gone', 'They do not sit in this room.')
  return readyPerson(state, command, here.room, person)
}

function readyPerson(
  state: ClassState,
  command: CommandOf<'Ready' | 'ReadyFor'>,
  room: Room,
  person: string,
): Decision {
  const rating = room.phase.name === 'rating'
  if ((rating ? room.finished : room.ready).includes(person)) return already
  const done: Happening = { type: rating ? 'RatingFinished' : 'PersonReady', data: { room: room.id, person } }
  return settle(state, command, [done], [room.id])
}

/** The instructor's one button: every room that has not come as far goes to that step. */
export function next(state: ClassState, command: CommandOf<'Next'>): Decision {
  const { round, to } = command.data
  if (state.round?.number !== round) return refuse('moved-on', 'That round is over.')
  const behind = state.round.rooms.filter(room => isBehind(room, to))
  const stepsOn = STEPS.indexOf(to) > STEPS.indexOf(state.round.step)
  if (behind.length === 0 && !stepsOn) return already
  const moves = behind.map((room): Happening => moveTo(state, room, to, command.at))
  const step: Happening = { type: 'RoundStepped', data: { step: to } }
  const rooms = behind.map(room => room.id)
  return settle(state, command, stepsOn ? [step, ...moves] : moves, rooms)
}

/** A scene that was stopped takes no further steps but the last. */
function isBehind(room: Room, to: Step): boolean {
  if (room.phase.name === 'stopped') return to === 'done'
  return stepRank(room.phase) < STEPS.indexOf(to)
}

function moveTo(state: ClassState, room: Room, to: Step, at: number): Happening {
  if (to === 'briefing') throw new Error('no room is behind the briefing')
  return enter(state, room, to, at)
}

export function moveRoom(state: ClassState, command: CommandOf<'MoveRoom'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { to } = command.data
  if (!isBehind(here.room, to)) return refuse('wrong-phase', 'This room is already there or past it.')
  return settle(state, command, [moveTo(state, here.room, to, command.at)], [here.room.id])
}

/**
 * "Stop for me". Looks exactly like the instructor ending the room, so that nobody can tell who stopped. A retake that is
 * stopped goes back to the debrief, which was open before it.
 */
export function stop(state: ClassState, command: CommandOf<'Stop' | 'EndRoom'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { phase } = here.room
  const retake = phase.name === 'retake' || (phase.name === 'time-out' && phase.of === 'retake')
  return happen(enter(state, here.room, retake ? 'debrief' : 'stopped', command.at))
}

export function addTime(state: ClassState, command: CommandOf<'AddTime'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { by } = command.data
  if (!Number.isInteger(by) || by < 10_000 || by > 600_000) {
    return refuse('invalid', 'Time is added in steps of ten seconds to ten minutes.')
  }
  return happen({ type: 'TimeAdded', data: { room: here.room.id, by } })
}

export interface Deadline {
  readonly room: string
  /** Server time in ms. */
  readonly endsAt: number
  /** The written answer to this call is due, and the room stays where it is. */
  readonly call?: 0 | 1
}

/**
 * The deadline at which a room moves by itself, or undefined where it waits for people. Whoever notices that it has
 * passed gives PassDeadline under the id that `deadlineId` makes, so it is carried out once.
 */
export function deadlineOf(state: ClassState, room: Room): Deadline | undefined {
  const phase = phaseDeadline(state, room)
  const answer = answerDue(room)
  if (answer === undefined || (phase !== undefined && phase.endsAt < answer.endsAt)) return phase
  return { room: room.id, ...answer }
}

function phaseDeadline(state: ClassState, room: Room): Deadline | undefined {
  const { phase } = room
  const alone = state.settings.pace === 'room'
  switch (phase.name) {
    case 'scene':
      return 'held' in phase ? undefined : { room: room.id, endsAt: phase.endsAt }
    case 'wrap-up':
    case 'retake':
      return { room: room.id, endsAt: phase.endsAt }
    case 'briefing':
      return alone && playersHere(state, room) ? { room: room.id, endsAt: phase.endsAt } : undefined
    case 'step-out':
      return alone ? { room: room.id, endsAt: phase.endsAt } : undefined
    default:
      return undefined
  }
}

/** A call's has its own, because its answer may be due in the very millisecond in which the phase ends. */
export const deadlineId = ({ room, endsAt, call }: Deadline): string =>
  call === undefined ? `deadline:${room}:${endsAt}` : `answer:${room}:${endsAt}:${call}`

export function passDeadline(state: ClassState, command: CommandOf<'PassDeadline'>): Decision {
  const room = roomOf(state, command.data.room)
  const due = room && deadlineOf(state, room)
  const { endsAt, call } = command.data
  if (room === undefined || due?.endsAt !== endsAt || due.call !== call) return already
  if (command.at < due.endsAt) return refuse('wrong-phase', 'That deadline has not passed.')
  if (call !== undefined) {
    const data = { room: room.id, scene: currentScene(room).id, index: call }
    return happen({ type: 'CallAnswered', data })
  }
  switch (room.phase.name) {
    case 'briefing':
      // Starts with a count-in; waits without a clock while a player of a typed scene is away.
      return settle(state, command, [], [room.id])
    case 'scene':
      return happen(enter(state, room, 'wrap-up', command.at))
    case 'wrap-up':
      return happen(enter(state, room, 'step-out', command.at))
    case 'step-out':
      return settle(state, command, [enter(state, room, 'rating', command.at)], [room.id])
    case 'retake':
      return happen(enter(state, room, 'debrief', command.at))
    default:
      return already
  }
}
