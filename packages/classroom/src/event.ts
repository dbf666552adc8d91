import type { BehaviourId, Card, ItemId, Rubric, Temperature } from '@evenkeel/playbook'
import type { Actor, CardHash, MomentId, PersonId, RoomId, SceneId } from './ids.ts'
import type { Cue, CurvePoint, Fork, MarkedAs, PhaseName, Rating, Seat, Seats } from './room.ts'
import type { Settings } from './settings.ts'
import type { DeckCard, Plan, ReadingFactor, RoundKind, Said, Step, TakeAlong } from './state.ts'

/** What is stored of each kind of event. Stored shapes never change: a new shape is a new version with an upcaster. */
export interface EventShapes {
  // the class
  ClassOpened: {
    classId: string
    title: string
    settings: Settings
    deck: readonly DeckCard[]
    rubricHash: string
    /** Made up, all but whoever looks on: shown so everywhere, and kept nowhere. */
    simulated?: true
  }
  RubricBrought: { hash: string; rubric: Rubric }
  CardBrought: { hash: CardHash; card: Card }
  DeckRenewed: { deck: readonly DeckCard[] }
  SettingsChanged: { settings: Settings }
  ClassLocked: { locked: boolean }
  ClocksShifted: { by: number }
  /** `wall`: on the projector too. A text of null takes the last one back. */
  Announced: { text: string | null; wall: boolean }
  ClassClosed: Record<never, never>
  // people
  PersonJoined: { person: PersonId; role: 'trainee' | 'instructor' }
  PersonNamed: { person: PersonId; nameVersion: number }
  PersonSetAside: { person: PersonId }
  PersonBroughtBack: { person: PersonId }
  PersonRemoved: { person: PersonId; blocked: boolean }
  /** One person had come in twice: what `from` did counts for `into`. */
  PeopleMerged: { from: PersonId; into: PersonId }
  /** They were two after all. */
  MergeUndone: { from: PersonId; into: PersonId }
  ReadingSet: { person: PersonId; factor: ReadingFactor }
  PaperHeld: { person: PersonId; on: boolean }
  HelpCalled: { person: PersonId }
  HelpEnded: { person: PersonId }
  // rounds
  RoundPlanned: { plan: Plan }
  RoundStarted: {
    number: number
    kind: RoundKind
    pairing: number
    focus: readonly ItemId[]
    rooms: readonly {
      room: RoomId
      spot: number
      seats: Seats
      card: CardHash
      why: string
      endsAt: number
    }[]
  }
  /** A room more in the round that runs. */
  RoomOpened: { room: RoomId; spot: number; seats: Seats; card: CardHash; why: string; endsAt: number }
  RoundStepped: { step: Step }
  PersonSeated: { room: RoomId; person: PersonId; seat: Seat }
  SeatsSwapped: { a: PersonId; b: PersonId }
  CardChanged: { room: RoomId; card: CardHash; why: string; endsAt: number }
  // a room's way through its phases
  PersonReady: { room: RoomId; person: PersonId }
  PhaseEntered: {
    room: RoomId
    phase: Exclude<PhaseName, 'briefing' | 'time-out' | 'retake'>
    startsAt?: number
    endsAt?: number
  }
  TimeOutCalled: { room: RoomId; remaining: number }
  TimeOutEnded: { room: RoomId; endsAt: number }
  SceneHeld: { room: RoomId; remaining: number }
  SceneResumed: { room: RoomId; endsAt: number }
  TimeAdded: { room: RoomId; by: number }
  PersonAway: { room: RoomId; person: PersonId }
  PersonBack: { room: RoomId; person: PersonId }
  RetakeStarted: { room: RoomId; scene: SceneId; fork: Fork; endsAt: number }
  // in the scene
  LineSaid: {
    room: RoomId
    scene: SceneId
    n: number
    seat: 'customer' | 'officer'
    how: 'say' | 'do'
    text: string
    offset: number
  }
  TemperatureSet: { room: RoomId; scene: SceneId; level: Temperature; offset: number }
  CurveCorrected: { room: RoomId; scene: SceneId; points: readonly CurvePoint[] }
  TwistDropped: { room: RoomId; scene: SceneId; index: 0 | 1; offset: number }
  /** `live`: it waits for `CallAnswered`; otherwise the written answer comes with it. */
  CallMade: { room: RoomId; scene: SceneId; index: 0 | 1; offset: number; live?: true }
  /** Without a text: as the card has it written. */
  CallAnswered: { room: RoomId; scene: SceneId; index: 0 | 1; text?: string }
  Whispered: { room: RoomId; to: PersonId; text: string }
  Conferred: { room: RoomId; text: string }
  // what is seen
  MomentMarked: {
    room: RoomId
    scene: SceneId
    moment: MomentId
    as: MarkedAs
    mark: 'helped' | 'hurt'
    offset: number
    behaviour?: BehaviourId
    line?: number
    cue?: Cue
    words?: string
  }
  MomentNamed: { room: RoomId; scene: SceneId; moment: MomentId; behaviour: BehaviourId }
  MomentUndone: { room: RoomId; scene: SceneId; moment: MomentId }
  RatingSaved: { room: RoomId; scene: SceneId; rating: Rating }
  RatingFinished: { room: RoomId; person: PersonId }
  RatingsShared: { room: RoomId; on: boolean }
  ProjectionConsented: { room: RoomId; on: boolean }
  DebriefProjected: { room: RoomId | null }
  NoteWritten: { room: RoomId; text: string }
  // what people take along
  TakenAlong: TakeAlong
  TakeAlongsShown: { on: boolean }
  // lines that worked: where the words stand, never the words
  LineShared: Said & { readonly on: boolean }
  LinePicked: Said & { readonly on: boolean }
  LinesShown: { on: boolean }
}

export type EventType = keyof EventShapes

export interface Stamp {
  /** 1, 2, 3 … within the class. */
  readonly seq: number
  /** Server time in ms; never before the previous event's. */
  readonly at: number
  readonly actor: Actor
  /** The command that caused it; several events of one command share it. */
  readonly commandId: string
  readonly v: number
}

export type EventOf<T extends EventType> = Stamp & { readonly type: T; readonly data: EventShapes[T] }
/** One stored event, told apart by its `type`. */
export type ClassEvent = { [T in EventType]: EventOf<T> }[EventType]
/** What decide gives: an event that has not got its number yet. */
export type Happening = { [T in EventType]: { readonly type: T; readonly data: EventShapes[T] } }[EventType]

/** The newest stored version of each event; the journal refuses to open what is not listed here. */
export const EVENT_VERSIONS: Readonly<Record<EventType, number>> = {
  ClassOpened: 1,
  RubricBrought: 1,
  CardBrought: 1,
  DeckRenewed: 1,
  SettingsChanged: 1,
  ClassLocked: 1,
  ClocksShifted: 1,
  Announced: 1,
  ClassClosed: 1,
  PersonJoined: 1,
  PersonNamed: 1,
  PersonSetAside: 1,
  PersonBroughtBack: 1,
  PersonRemoved: 1,
  PeopleMerged: 1,
  MergeUndone: 1,
  ReadingSet: 1,
  PaperHeld: 1,
  HelpCalled: 1,
  HelpEnded: 1,
  RoundPlanned: 1,
  RoundStarted: 1,
  RoomOpened: 1,
  RoundStepped: 1,
  PersonSeated: 1,
  SeatsSwapped: 1,
  CardChanged: 1,
  PersonReady: 1,
  PhaseEntered: 1,
  TimeOutCalled: 1,
  TimeOutEnded: 1,
  SceneHeld: 1,
  SceneResumed: 1,
  TimeAdded: 1,
  PersonAway: 1,
  PersonBack: 1,
  RetakeStarted: 1,
  LineSaid: 1,
  TemperatureSet: 1,
  CurveCorrected: 1,
  TwistDropped: 1,
  CallMade: 1,
  CallAnswered: 1,
  Whispered: 1,
  Conferred: 1,
  MomentMarked: 1,
  MomentNamed: 1,
  MomentUndone: 1,
  RatingSaved: 1,
  RatingFinished: 1,
  RatingsShared: 1,
  ProjectionConsented: 1,
  DebriefProjected: 1,
  NoteWritten: 1,
  TakenAlong: 1,
  TakeAlongsShown: 1,
  LineShared: 1,
  LinePicked: 1,
  LinesShown: 1,
}
