import type { BehaviourId, Card, ItemId, Rubric, Temperature } from '@evenkeel/playbook'
import type { Actor, CardHash, MomentId, PersonId, RoomId, SceneId } from './ids.ts'
import type { Cue, CurvePoint, Score, Seat } from './room.ts'
import type { Settings } from './settings.ts'
import type { DeckCard, PlannedSeats, ReadingFactor, Said, Step, TakeAlong } from './state.ts'

/** The room, scene and seat that a command was composed for. If that is no longer so, it is refused. */
export interface Place {
  room: RoomId
  scene: SceneId
  /** `instructor` for instructors who act on a room that they do not sit in. */
  seat: Seat | 'instructor'
}

/** Commands that come over the wire from a person's own socket. */
export interface WireShapes {
  // anybody in the class
  SetReading: { factor: ReadingFactor }
  CallHelp: Record<never, never>
  EndHelp: { person: PersonId }
  HoldOnPaper: { person: PersonId; on: boolean }
  TakeAlong: TakeAlong
  /** Own words, for the class to have without a name; or no longer. */
  ShareLine: Said & { on: boolean }
  // whoever sits in the room
  Ready: { place: Place }
  AskAnotherCard: { place: Place }
  Speak: { place: Place; how: 'say' | 'do'; text: string }
  SetTemperature: { place: Place; level: Temperature; ago?: number }
  MakeCall: { place: Place; index: 0 | 1 }
  CallTimeOut: { place: Place }
  EndTimeOut: { place: Place }
  Confer: { place: Place; text: string }
  Stop: { place: Place }
  Mark: { place: Place; mark: 'helped' | 'hurt'; ago?: number; behaviour?: BehaviourId; line?: number }
  NameMoment: { place: Place; moment: MomentId; behaviour: BehaviourId }
  UndoMoment: { place: Place; moment: MomentId }
  ConfirmCue: { place: Place; cue: Cue; words?: string; line?: number }
  CorrectCurve: { place: Place; points: readonly CurvePoint[] }
  Rate: { place: Place; scores: Readonly<Record<string, Score>>; sentence?: string }
  FinishRating: { place: Place }
  ShareRatings: { place: Place; on: boolean }
  Consent: { place: Place; on: boolean }
  StartRetake: { place: Place; offset: number; swapped: boolean }
  EndRetake: { place: Place }
  WriteNote: { place: Place; text: string }
  // instructors
  PlanRound: {
    /** One card for all rooms. */
    card?: CardHash
    /** A deck: the rooms' cards are chosen from these. */
    cards?: readonly CardHash[]
    difficulty?: 1 | 2 | 3
    focus?: readonly ItemId[]
    fishbowl?: { customer: PersonId; officer: PersonId }
  }
  ChangePlan: { rooms: readonly PlannedSeats[] }
  /** To a free seat of the room in which `beside` sits, or of a new room. */
  MoveInPlan: { person: PersonId; beside?: PersonId; seat: Seat }
  SwapInPlan: { a: PersonId; b: PersonId }
  /** For the room in which `beside` sits: that card, or another one that suits. */
  ChangePlannedCard: { beside: PersonId; card?: CardHash }
  StartRound: { round: number }
  Next: { round: number; to: Step }
  MoveRoom: { place: Place; to: Step }
  EndRoom: { place: Place }
  AddTime: { place: Place; by: number }
  DropTwist: { place: Place; index: 0 | 1 }
  Whisper: { place: Place; to: PersonId; text: string }
  /** Without a text: as the card has it written. */
  AnswerCall: { place: Place; index: 0 | 1; text?: string }
  ReadyFor: { place: Place; person: PersonId }
  /** `instead`: who holds the seat and is away. They stay in the room and observe. */
  SeatPerson: { person: PersonId; room?: RoomId; seat?: Seat; instead?: PersonId }
  SwapSeats: { a: PersonId; b: PersonId }
  /** A new room in the round that runs, for two people who sit nowhere. */
  OpenRoom: { customer: PersonId; officer: PersonId }
  ChangeCard: { place: Place; card: CardHash }
  SetAside: { person: PersonId }
  BringBack: { person: PersonId }
  RemovePerson: { person: PersonId; block: boolean }
  /** `from` and `into` are one person who came in twice; `into` stays. */
  MergePeople: { from: PersonId; into: PersonId }
  /** Takes the last merge back; `person` is the one that went. */
  UndoMerge: { person: PersonId }
  LockClass: { locked: boolean }
  ChangeSettings: { settings: Settings }
  /** One sentence for everybody; null takes it back. */
  Announce: { text: string | null; wall: boolean }
  ProjectDebrief: { room: RoomId | null }
  ShowTakeAlongs: { on: boolean }
  PickLine: Said & { on: boolean }
  ShowLines: { on: boolean }
  CloseClass: Record<never, never>
}

/** Commands that only the server gives, after it has checked who is asking. */
export interface ServerShapes {
  OpenClass: {
    classId: string
    title: string
    settings: Settings
    deck: readonly DeckCard[]
    rubricHash: string
    rubric: Rubric
    simulated?: true
  }
  JoinClass: { role: 'trainee' | 'instructor' }
  NamePerson: { person: PersonId }
  NoteAway: { person: PersonId }
  NoteBack: { person: PersonId }
  /** `call`: it is the written answer to that call which is due. */
  PassDeadline: { room: RoomId; endsAt: number; call?: 0 | 1 }
  ShiftClocks: { by: number }
}

export type CommandShapes = WireShapes & ServerShapes
export type WireCommandType = keyof WireShapes
export type CommandType = keyof CommandShapes

export interface Envelope {
  /** Made by the sender, unique within the sender's commands in this class. */
  readonly id: string
  /** Who is asking, from the session and never from the payload. */
  readonly actor: Actor
  /** Server time in ms. */
  readonly at: number
  /** A random number for what is left to chance. */
  readonly chance: number
  /** The text of cards that a round may bring into the class. */
  readonly library: (hash: CardHash) => Card | undefined
  /** What the playbook offers now to a class with that deck; missing or empty where it can't be told. */
  readonly offered?: (deck: readonly DeckCard[]) => readonly DeckCard[]
}

export type CommandOf<T extends CommandType> = Envelope & {
  readonly type: T
  readonly data: CommandShapes[T]
}
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType]
