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
const everybody = [...everySeat, 'instructor'] as const
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
const stoppable = ['briefing', 'scene', 'time-out', 'wrap-up', 'retake'] as const
const unfinished = everyPhase.filter(phase => phase !== 'done')
const clocked = unfinished.filter(phase => phase !== 'stopped')
const untilReveal = ['scene', 'time-out', 'wrap-up', 'step-out', 'rating'] as const
/** A mark may come late from a phone that was offline. */
const marking = [...untilReveal, 'retake'] as const
const markers = ['observer', 'instructor'] as const

const allow = (seats: Permit['seats'], phases: Permit['phases']): Permit => ({ seats, phases })

/** Who may give a command that concerns a room, and in which phases of that room (SPEC, "Who may do what, and when"). */
export const ROOM_PERMITS: Readonly<Record<RoomCommandType, readonly Permit[]>> = {
  Ready: [allow(everySeat, ['briefing', 'step-out', 'debrief', 'stopped'])],
  AskAnotherCard: [allow(everySeat, ['briefing'])],
  Speak: [allow(players, playing)],
  SetTemperature: [allow(['customer'], playing)],
  MakeCall: [allow(['officer'], playing)],
  CallTimeOut: [allow(everybody, ['scene', 'retake'])],
  EndTimeOut: [allow(everybody, ['time-out'])],
  Confer: [allow(['officer', 'observer'], ['time-out'])],
  Stop: [allow(everySeat, stoppable)],
  Mark: [allow(markers, marking)],
  NameMoment: [allow(markers, marking)],
  UndoMoment: [allow(markers, marking), allow(['customer'], ['step-out', 'rating'])],
  ConfirmCue: [allow(['customer'], ['step-out', 'rating'])],
  CorrectCurve: [allow(['customer'], ['step-out', 'rating'])],
  Rate: [allow(everySeat, ['rating']), allow(instructor, [...untilReveal, 'debrief'])],
  FinishRating: [allow(everySeat, ['rating'])],
  ShareRatings: [allow(everySeat, ['rating', 'debrief', 'retake', 'done'])],
  Consent: [allow(everySeat, ['debrief', 'retake', 'done'])],
  StartRetake: [allow([...players, 'instructor'], ['debrief'])],
  EndRetake: [allow([...players, 'instructor'], ['retake'])],
  WriteNote: [allow(everybody, everyPhase)],
  MoveRoom: [allow(instructor, unfinished)],
  EndRoom: [allow(instructor, stoppable)],
  AddTime: [allow(instructor, clocked)],
  DropTwist: [allow(instructor, ['scene', 'time-out', 'retake'])],
  Whisper: [allow(instructor, unfinished)],
  AnswerCall: [allow(instructor, [...playing, 'time-out'])],
  ReadyFor: [allow(instructor, ['briefing', 'step-out', 'rating', 'debrief', 'stopped'])],
  ChangeCard: [allow(instructor, ['briefing'])],
}

/** Class-wide commands for instructors only. */
export const INSTRUCTOR_COMMANDS: ReadonlySet<CommandType> = new Set<CommandType>([
  'PlanRound',
  'ChangePlan',
  'MoveInPlan',
  'SwapInPlan',
  'ChangePlannedCard',
  'StartRound',
  'Next',
  'SeatPerson',
  'SwapSeats',
  'OpenRoom',
  'SetAside',
  'BringBack',
  'RemovePerson',
  'MergePeople',
  'UndoMerge',
  'LockClass',
  'ChangeSettings',
  'Announce',
  'ProjectDebrief',
  'ShowTakeAlongs',
  'PickLine',
  'ShowLines',
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
