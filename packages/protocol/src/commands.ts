import type { WireCommandType } from '@evenkeel/classroom'
import { z } from 'zod'
import * as is from './parts.ts'

/** What each command carries, beside its id and type. */
export const commandData = {
  // anybody in the class
  SetReading: z.strictObject({ factor: is.factor }),
  CallHelp: z.strictObject({}),
  EndHelp: z.strictObject({ person: is.personId }),
  HoldOnPaper: z.strictObject({ person: is.personId, on: z.boolean() }),
  TakeAlong: z.strictObject({ keep: is.text, tryOut: is.text, note: is.text, shared: z.boolean() }),
  ShareLine: z.strictObject({ scene: is.sceneId, said: is.said, on: z.boolean() }),
  // whoever sits in the room
  Ready: z.strictObject({ place: is.place }),
  AskAnotherCard: z.strictObject({ place: is.place }),
  Speak: z.strictObject({ place: is.place, how: z.enum(['say', 'do']), text: is.text }),
  SetTemperature: z.strictObject({ place: is.place, level: is.level, ago: is.ago.exactOptional() }),
  MakeCall: z.strictObject({ place: is.place, index: is.index }),
  CallTimeOut: z.strictObject({ place: is.place }),
  EndTimeOut: z.strictObject({ place: is.place }),
  Confer: z.strictObject({ place: is.place, text: is.text }),
  Stop: z.strictObject({ place: is.place }),
  Mark: z.strictObject({
    place: is.place,
    mark: is.mark,
    ago: is.ago.exactOptional(),
    behaviour: is.behaviour.exactOptional(),
    line: is.line.exactOptional(),
  }),
  NameMoment: z.strictObject({ place: is.place, moment: is.momentId, behaviour: is.behaviour }),
  UndoMoment: z.strictObject({ place: is.place, moment: is.momentId }),
  ConfirmCue: z.strictObject({
    place: is.place,
    cue: is.cue,
    words: is.text.exactOptional(),
    line: is.line.exactOptional(),
  }),
  CorrectCurve: z.strictObject({ place: is.place, points: z.array(is.point).max(1_000) }),
  Rate: z.strictObject({ place: is.place, scores: is.scores, sentence: is.text.exactOptional() }),
  FinishRating: z.strictObject({ place: is.place }),
  ShareRatings: z.strictObject({ place: is.place, on: z.boolean() }),
  Consent: z.strictObject({ place: is.place, on: z.boolean() }),
  StartRetake: z.strictObject({ place: is.place, offset: is.offset, swapped: z.boolean() }),
  EndRetake: z.strictObject({ place: is.place }),
  WriteNote: z.strictObject({ place: is.place, text: is.text }),
  // instructors
  PlanRound: z.strictObject({
    card: is.cardHash.exactOptional(),
    cards: z.array(is.cardHash).min(1).max(100).exactOptional(),
    difficulty: is.difficulty.exactOptional(),
    focus: z.array(is.item).min(1).max(10).exactOptional(),
    fishbowl: z.strictObject({ customer: is.personId, officer: is.personId }).exactOptional(),
  }),
  ChangePlan: z.strictObject({ rooms: z.array(is.plannedRoom).max(100) }),
  MoveInPlan: z.strictObject({
    person: is.personId,
    beside: is.personId.exactOptional(),
    seat: is.seat,
  }),
  SwapInPlan: z.strictObject({ a: is.personId, b: is.personId }),
  ChangePlannedCard: z.strictObject({ beside: is.personId, card: is.cardHash.exactOptional() }),
  StartRound: z.strictObject({ round: z.int().min(1).max(999) }),
  Next: z.strictObject({ round: z.int().min(1).max(999), to: is.step }),
  MoveRoom: z.strictObject({ place: is.place, to: is.step }),
  EndRoom: z.strictObject({ place: is.place }),
  AddTime: z.strictObject({ place: is.place, by: z.number() }),
  DropTwist: z.strictObject({ place: is.place, index: is.index }),
  Whisper: z.strictObject({ place: is.place, to: is.personId, text: is.text }),
  AnswerCall: z.strictObject({ place: is.place, index: is.index, text: is.text.exactOptional() }),
  ReadyFor: z.strictObject({ place: is.place, person: is.personId }),
  SeatPerson: z.strictObject({
    person: is.personId,
    room: is.roomId.exactOptional(),
    seat: is.seat.exactOptional(),
    instead: is.personId.exactOptional(),
  }),
  SwapSeats: z.strictObject({ a: is.personId, b: is.personId }),
  OpenRoom: z.strictObject({ customer: is.personId, officer: is.personId }),
  ChangeCard: z.strictObject({ place: is.place, card: is.cardHash }),
  SetAside: z.strictObject({ person: is.personId }),
  BringBack: z.strictObject({ person: is.personId }),
  RemovePerson: z.strictObject({ person: is.personId, block: z.boolean() }),
  MergePeople: z.strictObject({ from: is.personId, into: is.personId }),
  UndoMerge: z.strictObject({ person: is.personId }),
  LockClass: z.strictObject({ locked: z.boolean() }),
  ChangeSettings: z.strictObject({ settings: is.settings }),
  Announce: z.strictObject({ text: is.text.nullable(), wall: z.boolean() }),
  ProjectDebrief: z.strictObject({ room: is.roomId.nullable() }),
  ShowTakeAlongs: z.strictObject({ on: z.boolean() }),
  PickLine: z.strictObject({ scene: is.sceneId, said: is.said, on: z.boolean() }),
  ShowLines: z.strictObject({ on: z.boolean() }),
  CloseClass: z.strictObject({}),
} as const satisfies Record<WireCommandType, z.ZodType>

/** Made by the client, unique within its person's commands. Never shown to anybody else. */
export const commandId = z.string().regex(/^[\w-]{8,40}$/)

type DataSchemas = typeof commandData
export type WireCommand = {
  [T in WireCommandType]: { id: string; type: T; data: z.infer<DataSchemas[T]> }
}[WireCommandType]

const envelope = z.strictObject({ id: commandId, type: z.string(), data: z.unknown() })

const isCommandType = (type: string): type is WireCommandType => Object.hasOwn(commandData, type)

export type ParsedCommand =
  | { ok: true; command: WireCommand }
  | { ok: false; id: string | undefined; say: string }

/** Checks what came off the wire once; inside the server its type is trusted. */
export function parseCommand(raw: unknown): ParsedCommand {
  const outer = envelope.safeParse(raw)
  if (!outer.success) return { ok: false, id: idOf(raw), say: 'That message has no known shape.' }
  const { id, type, data } = outer.data
  if (!isCommandType(type)) return { ok: false, id, say: 'The server does not know that command.' }
  const inner = commandData[type].safeParse(data)
  if (!inner.success) return { ok: false, id, say: `The command ${type} is not of its shape.` }
  return { ok: true, command: { id, type, data: inner.data } as WireCommand }
}

/** So that even a misshapen command can be answered, if it has a proper id. */
function idOf(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return undefined
  const id = commandId.safeParse(raw.id)
  return id.success ? id.data : undefined
}
