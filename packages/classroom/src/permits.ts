import type { CommandType, WireCommandType, WireShapes } from './command.ts'
import type { PhaseName, Seat } from './room.ts'

export type RoomCommandType = {
  [T in WireCommandType]: WireShapes[T] extends { place: unknown } ? T : never
}[WireCommandType]

export interface Permit {
  readonly seats: readonly (Seat | 'instructor')[]
  readonly phases: readonly PhaseName[]
}

const everySeat = ['customer', 'officer', 'observer'] as const
const players = ['customer', 'officer'] as const
const instructor = ['instructor'] as const
const everyPhase: readonly PhaseName[] = [
  'briefing',
  'scene',
  'time-out',
  'wrap-up',
  'step-out',
  'rating',
  'debrief',
  'retake',
  'stopped',
  'done',
]
const playing = ['scene', 'wrap-up', 'retake'] as const
const unfinished = everyPhase.filter(phase => phase !== 'done')
const clocked = unfinished.filter(phase => phase !== 'stopped')
const beforeReveal = ['scene', 'time-out', 'wrap-up', 'step-out', 'rating', 'retake'] as const

/** Who may give a command that concerns a room, and in which phases of that room (SPEC, "Who may do what, and when"). */
export const ROOM_PERMITS: Readonly<Record<RoomCommandType, Permit>> = {
  Ready: { seats: everySeat, phases: ['briefing', 'step-out', 'debrief', 'stopped'] },
  AskAnotherCard: { seats: everySeat, phases: ['briefing'] },
  Speak: { seats: players, phases: playing },
  SetTemperature: { seats: ['customer'], phases: playing },
  MakeCall: { seats: ['officer'], phases: playing },
  CallTimeOut: { seats: [...everySeat, 'instructor'], phases: ['scene', 'retake'] },
  EndTimeOut: { seats: [...everySeat, 'instructor'], phases: ['time-out'] },
  Confer: { seats: ['officer', 'observer'], phases: ['time-out'] },
  Stop: { seats: everySeat, phases: ['briefing', 'scene', 'time-out', 'wrap-up', 'retake'] },
  Mark: { seats: ['observer', 'instructor'], phases: beforeReveal },
  NameMoment: { seats: ['customer', 'observer', 'instructor'], phases: beforeReveal },
  UndoMoment: { seats: ['customer', 'observer', 'instructor'], phases: beforeReveal },
  ConfirmCue: { seats: ['customer'], phases: ['step-out', 'rating'] },
  CorrectCurve: { seats: ['customer'], phases: ['step-out', 'rating'] },
  Rate: {
    seats: [...everySeat, 'instructor'],
    phases: ['scene', 'time-out', 'wrap-up', 'step-out', 'rating', 'debrief'],
  },
  FinishRating: { seats: everySeat, phases: ['rating'] },
  ShareRatings: { seats: everySeat, phases: ['rating', 'debrief', 'retake', 'done'] },
  Consent: { seats: everySeat, phases: ['debrief', 'retake', 'done'] },
  StartRetake: { seats: [...players, 'instructor'], phases: ['debrief'] },
  EndRetake: { seats: [...players, 'instructor'], phases: ['retake'] },
  WriteNote: { seats: [...everySeat, 'instructor'], phases: everyPhase },
  MoveRoom: { seats: instructor, phases: unfinished },
  EndRoom: { seats: instructor, phases: clocked.filter(phase => phase !== 'debrief') },
  AddTime: { seats: instructor, phases: clocked },
  DropTwist: { seats: instructor, phases: ['scene', 'time-out', 'retake'] },
  Whisper: { seats: instructor, phases: unfinished },
  ReadyFor: { seats: instructor, phases: ['briefing', 'step-out', 'rating', 'debrief', 'stopped'] },
  ChangeCard: { seats: instructor, phases: ['briefing'] },
}

/** Class-wide commands for instructors only. */
export const INSTRUCTOR_COMMANDS: ReadonlySet<CommandType> = new Set<CommandType>([
  'PlanRound',
  'ChangePlan',
  'StartRound',
  'Next',
  'SeatPerson',
  'SwapSeats',
  'SetAside',
  'BringBack',
  'RemovePerson',
  'LockClass',
  'ChangeSettings',
  'ProjectDebrief',
  'CloseClass',
])

/** Commands that the server gives itself, after it has checked who is asking. */
export const SERVER_COMMANDS: ReadonlySet<CommandType> = new Set<CommandType>([
  'OpenClass',
  'JoinClass',
  'NamePerson',
  'NoteAway',
  'NoteBack',
  'PassDeadline',
  'ShiftClocks',
])
