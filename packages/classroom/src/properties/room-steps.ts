import type { CommandShapes } from '../command.ts'
import { deadlineOf } from '../decide/move.ts'
import { currentScene, sitting } from '../find.ts'
import { type PersonId, SERVER } from '../ids.ts'
import type { RoomCommandType } from '../permits.ts'
import type { PhaseName, Room, Seat } from '../room.ts'
import { STEPS, stepRank } from '../state.ts'
import { anyoneIn, type Choice, type Draft, draft, fromOutside, placeIn, type Table } from './draft.ts'
import { said } from './room-words.ts'

/** How often what is done in a room, phase by phase. What is not named here happens only as garbage. */
const WEIGHTS: Readonly<Record<PhaseName, Partial<Record<RoomCommandType, number>>>> = {
  briefing: {
    Ready: 5,
    ReadyFor: 1,
    AskAnotherCard: 0.4,
    ChangeCard: 0.3,
    Stop: 0.1,
    MoveRoom: 0.7,
    AddTime: 0.3,
    Whisper: 0.4,
    WriteNote: 0.4,
  },
  scene: {
    Speak: 10,
    SetTemperature: 5,
    MakeCall: 0.8,
    AnswerCall: 0.6,
    DropTwist: 0.8,
    Mark: 3,
    NameMoment: 0.6,
    UndoMoment: 0.4,
    Whisper: 0.7,
    CallTimeOut: 0.9,
    Stop: 0.25,
    EndRoom: 0.05,
    AddTime: 0.3,
    WriteNote: 0.6,
    Rate: 0.3,
    MoveRoom: 0.5,
  },
  'time-out': {
    EndTimeOut: 3,
    Confer: 5,
    Whisper: 0.5,
    WriteNote: 0.3,
    Stop: 0.2,
    DropTwist: 0.3,
    Mark: 0.5,
    MoveRoom: 0.3,
  },
  'wrap-up': {
    Speak: 3,
    SetTemperature: 1,
    Mark: 0.5,
    Whisper: 0.3,
    Stop: 0.1,
    MoveRoom: 1,
    MakeCall: 0.3,
    AnswerCall: 0.2,
  },
  'step-out': {
    ConfirmCue: 2,
    CorrectCurve: 1,
    NameMoment: 1,
    UndoMoment: 0.5,
    Mark: 0.5,
    Ready: 2,
    ReadyFor: 0.5,
    WriteNote: 0.4,
    MoveRoom: 0.8,
  },
  rating: {
    Rate: 5,
    FinishRating: 3.5,
    ReadyFor: 0.3,
    ShareRatings: 0.7,
    ConfirmCue: 0.5,
    CorrectCurve: 0.4,
    WriteNote: 0.3,
    Whisper: 0.2,
    NameMoment: 0.3,
    MoveRoom: 0.3,
    EndRoom: 0.1,
  },
  debrief: {
    Consent: 4,
    ShareRatings: 1.5,
    StartRetake: 1.6,
    Rate: 0.8,
    Ready: 0.8,
    ReadyFor: 0.2,
    WriteNote: 0.4,
    Whisper: 0.3,
    MoveRoom: 0.3,
    AddTime: 0.2,
  },
  retake: {
    Speak: 5,
    SetTemperature: 2,
    Mark: 1.5,
    NameMoment: 0.4,
    MakeCall: 0.4,
    AnswerCall: 0.3,
    DropTwist: 0.4,
    EndRetake: 1,
    CallTimeOut: 0.6,
    Stop: 0.4,
    Consent: 1,
    Whisper: 0.4,
    UndoMoment: 0.3,
    MoveRoom: 0.15,
  },
  stopped: { Ready: 2, ReadyFor: 0.5, MoveRoom: 1, WriteNote: 0.5, Whisper: 0.2 },
  done: { Consent: 0.5, ShareRatings: 0.5, WriteNote: 0.3 },
}

/** What happens in one room, by weight. */
export function roomSteps(table: Table, room: Room): readonly Choice[] {
  const weights = Object.entries(WEIGHTS[room.phase.name]) as [RoomCommandType, number][]
  const typed = table.state.settings.medium === 'typed'
  return [
    ...weights.map(([type, weight]): Choice => {
      const heard = type === 'Speak' && !typed
      return [heard ? 0.1 : weight, () => inRoom(table, room, type)]
    }),
    [deadlineOf(table.state, room) === undefined ? 0 : 0.4, () => passing(table, room)],
  ]
}

function passing({ state }: Table, room: Room): Draft | undefined {
  const due = deadlineOf(state, room)
  return due === undefined ? undefined : draft('PassDeadline', SERVER, { ...due })
}

type Who = Seat | 'instructor' | 'anyone' | 'caller' | 'undecided' | 'unfinished' | 'unready' | 'marker'

/** Who does it: the seat that it is for, where somebody sits in it, else an instructor. */
const SEATS: Partial<Record<RoomCommandType, readonly Who[]>> = {
  Speak: ['customer', 'officer'],
  SetTemperature: ['customer'],
  MakeCall: ['officer'],
  Confer: ['officer', 'observer'],
  Mark: ['observer', 'observer', 'observer', 'instructor'],
  ConfirmCue: ['customer'],
  CorrectCurve: ['customer'],
  Rate: ['customer', 'officer', 'observer', 'instructor'],
  StartRetake: ['customer', 'officer', 'instructor'],
  EndRetake: ['customer', 'officer', 'instructor'],
  CallTimeOut: ['anyone', 'anyone', 'anyone', 'instructor'],
  EndTimeOut: ['caller', 'caller', 'anyone', 'instructor'],
  Consent: ['undecided', 'undecided', 'undecided', 'anyone'],
  FinishRating: ['unfinished'],
  Ready: ['unready', 'unready', 'anyone'],
  WriteNote: ['anyone', 'anyone', 'instructor'],
  NameMoment: ['marker'],
  UndoMoment: ['marker'],
  MoveRoom: ['instructor'],
  EndRoom: ['instructor'],
  AddTime: ['instructor'],
  DropTwist: ['instructor'],
  Whisper: ['instructor'],
  AnswerCall: ['instructor'],
  ReadyFor: ['instructor'],
  ChangeCard: ['instructor'],
}

function inRoom(table: Table, room: Room, type: RoomCommandType): Draft | undefined {
  const { dice } = table
  const seat: Who | undefined = dice.percent(3) ? 'instructor' : dice.pick<Who>(SEATS[type] ?? ['anyone'])
  const who = seat === 'instructor' ? undefined : inSeat(table, room, seat)
  // Nobody there to do it: sometimes an instructor tries.
  if (who === undefined && seat !== 'instructor' && dice.percent(90)) return undefined
  const from = who === undefined ? fromOutside(table, room) : { actor: who, place: placeIn(room, who) }
  if (from === undefined) return undefined
  const rest = carried(table, room, type, from.actor)
  if (rest === undefined) return undefined
  const data = { place: from.place, ...rest } as CommandShapes[RoomCommandType]
  return draft(type, from.actor, data)
}

function inSeat(table: Table, room: Room, seat: Who | undefined): PersonId | undefined {
  const { customer, officer, observers } = room.seats
  const sits = sitting(room.seats)
  switch (seat) {
    case 'customer':
      return customer ?? undefined
    case 'officer':
      return officer ?? undefined
    case 'observer':
      return table.dice.pick(observers)
    case 'caller':
      return room.phase.name === 'time-out' ? sits.find(person => calledIt(room, person)) : undefined
    case 'undecided':
      return sits.find(person => !room.consents.includes(person))
    case 'unfinished':
      return sits.find(person => !room.finished.includes(person))
    case 'unready':
      return sits.find(person => !room.ready.includes(person))
    case 'marker':
      return table.dice.pick(
        currentScene(room)
          .moments.map(moment => moment.by)
          .filter(by => sits.includes(by)),
      )
    default:
      return anyoneIn(table, room)
  }
}

const calledIt = ({ phase }: Room, person: PersonId) => phase.name === 'time-out' && phase.calledBy === person

/** What such a command carries beside its place. */
function carried(table: Table, room: Room, type: RoomCommandType, actor: string): object | undefined {
  const { dice } = table
  switch (type) {
    case 'MoveRoom': {
      const rank = room.phase.name === 'stopped' ? STEPS.length - 2 : stepRank(room.phase)
      return { to: (dice.percent(85) ? STEPS[rank + 1] : dice.pick(STEPS)) ?? 'done' }
    }
    case 'AddTime':
      return { by: dice.oneOf(60_000, 120_000, 10_000, 9_999, 0.5) }
    case 'Whisper': {
      const to = anyoneIn(table, room)
      return to === undefined ? undefined : { to, text: table.write() }
    }
    case 'ReadyFor': {
      const person = anyoneIn(table, room)
      return person === undefined ? undefined : { person }
    }
    case 'ChangeCard':
      return { card: dice.pick(table.state.deck)?.hash ?? '' }
    case 'StartRetake': {
      const played = room.scenes[0]?.played ?? 0
      return { offset: dice.below(played + 1), swapped: dice.percent(50) }
    }
    default:
      return said(table, room, type, actor)
  }
}
