// long because: every field that anybody is shown is named in this one place
import type { Card, ItemId, Language } from '@evenkeel/playbook'
import type { Deed } from '../deeds.ts'
import type { CardHash, PersonId, RoomId, SceneId } from '../ids.ts'
import type { PlanWarning } from '../planner/plan-warning.ts'
import type {
  Aside,
  CurvePoint,
  Fork,
  Line,
  Moment,
  PhaseName,
  Rating,
  Seat,
  Seats,
  Whisper,
} from '../room.ts'
import type { ClassKind, Medium, Pace, Settings } from '../settings.ts'
import type {
  Announcement,
  DeckCard,
  Plan,
  ReadingFactor,
  RoundKind,
  Said,
  Standing,
  Step,
  TakeAlong,
} from '../state.ts'

/** What a person knows about their class. */
export interface ClassHead {
  readonly title: string
  /** Its people are made up, all but whoever looks on or sits in; left out otherwise. */
  readonly simulated?: true
  readonly kind: ClassKind
  /** Of the cards and the rubric. */
  readonly language: Language
  readonly medium: Medium
  readonly pace: Pace
  readonly status: 'open' | 'closed'
  readonly round: { readonly number: number; readonly kind: RoundKind; readonly step: Step } | null
  /** What the instructor says to everybody now; server time. */
  readonly announced: { readonly text: string; readonly at: number } | null
}

export interface Me {
  readonly person: PersonId
  readonly role: 'trainee' | 'instructor'
  readonly standing: Standing
  readonly paper: boolean
  readonly reading: ReadingFactor
  /** I have called for help and nobody has ended the call. */
  readonly help: boolean
  /** What I take along, as I last wrote it. */
  readonly takeAlong: TakeAlong | null
  /** My words that I let the class have, of any round. */
  readonly shared: readonly OwnWords[]
}

export interface OwnWords extends Said {
  readonly text: string
}

/** Server times in ms. `mine`: this time-out is mine to end, mostly because I called it. */
export interface PhaseView {
  readonly name: PhaseName
  readonly startsAt?: number
  readonly endsAt?: number
  readonly remaining?: number
  readonly held?: true
  readonly of?: 'scene' | 'retake'
  readonly mine?: boolean
  readonly customerSpoke?: boolean
}

export interface TwistView {
  readonly index: 0 | 1
  readonly to: 'customer' | 'officer'
  readonly text: string
  readonly offset: number
}

export interface CallView {
  readonly index: 0 | 1
  readonly who: string
  /** Null while an instructor may still answer, and for good when the scene ended before that. */
  readonly answer: string | null
  readonly offset: number
  /** An instructor said it, and not the card: told to instructors, and to the room at the reveal. */
  readonly live?: true
}

export interface SceneView {
  readonly id: SceneId
  readonly fork: Fork | null
  readonly lines: readonly Line[]
  /** Null for whoever may not see the temperature. */
  readonly curve: readonly CurvePoint[] | null
  readonly corrected: readonly CurvePoint[] | null
  readonly moments: readonly Moment[]
  readonly twists: readonly TwistView[]
  readonly calls: readonly CallView[]
  readonly played: number
}

export interface CardHead {
  readonly title: string
  readonly site: Card['site']
  readonly contentNote: string
  readonly minutes: number
  readonly shared: Card['shared']
  readonly stepOut: string
  readonly glossary: Card['glossary']
}

/** The officer's brief. The answers to calls are in the scene's `calls`, once they were made. */
export type OfficerBrief = Omit<Card['officer'], 'calls'> & {
  readonly calls: readonly { readonly who: string }[]
}

export interface RoomView {
  readonly id: RoomId
  readonly spot: number
  readonly seat: Seat | 'instructor'
  /** The scene that commands from here are composed for. */
  readonly scene: SceneId
  readonly seats: Seats
  readonly away: readonly PersonId[]
  readonly phase: PhaseView
  readonly ready: readonly PersonId[]
  readonly finished: readonly PersonId[]
  readonly revealed: boolean
  readonly card: CardHead
  readonly customer: Card['customer'] | null
  readonly officer: OfficerBrief | null
  readonly debrief: Card['debrief'] | null
  readonly scenes: readonly SceneView[]
  readonly whispers: readonly Whisper[]
  readonly asides: readonly Aside[]
  readonly notes: readonly Aside[]
  readonly ratings: readonly Rating[]
  /** The items that this viewer is asked to rate. */
  readonly asked: readonly string[]
  readonly sharing: boolean
  readonly consented: boolean
}

export interface PersonView {
  readonly kind: 'person'
  readonly me: Me
  /** Null once they were removed. */
  readonly class: ClassHead | null
  /** Null while they have no seat. */
  readonly room: RoomView | null
  /** Lines that worked, as the instructor picked them: the words alone. */
  readonly worked: readonly string[]
}

/** An instructor's look into one room: everything but other people's private notes and what the pair keeps to itself. */
export interface WatchView {
  readonly kind: 'watch'
  readonly language: Language
  /** Null when the round of that room is over. */
  readonly room:
    | (RoomView & { readonly twists: Card['twists']; readonly answers: Card['officer']['calls'] })
    | null
}

export interface PersonRow {
  readonly role: 'trainee' | 'instructor'
  readonly standing: Standing
  readonly joinedAt: number
  readonly paper: boolean
  readonly reading: ReadingFactor
  readonly room: RoomId | null
  /** Rounds that they sat in, by seat; the one that runs and fishbowls included. */
  readonly played: { readonly customer: number; readonly officer: number; readonly observer: number }
  /** Server time of an open help call. */
  readonly help: number | null
  /** Whom they were made one with; only of those who went. */
  readonly into?: PersonId
  /** That may still be taken back. */
  readonly undo?: true
}

export interface WaitingCall {
  readonly index: 0 | 1
  readonly who: string
  /** What the card answers. */
  readonly written: string
  /** Server time in ms at which the written answer goes out by itself; null while the scene's clock stands. */
  readonly due: number | null
}

export interface RoomRow {
  readonly spot: number
  readonly scene: SceneId
  readonly seats: Seats
  readonly away: readonly PersonId[]
  readonly phase: PhaseView
  /** Who stopped the scene for themselves; nobody else is told. */
  readonly stoppedBy: PersonId | null
  readonly card: CardHash
  readonly title: string
  readonly why: string
  readonly ready: readonly PersonId[]
  readonly finished: readonly PersonId[]
  readonly revealed: boolean
  /** Calls that wait for an instructor, the longest waiting first; left out where there are none. */
  readonly calls?: readonly WaitingCall[]
  /** How many of those who sat here agree to be projected, and how many that needs. */
  readonly consents: readonly [number, number]
}

/** Nobody's name stands by it, and nothing else tells whose it is. */
export interface SharedTakeAlong {
  readonly keep: string
  readonly tryOut: string
}

/** Words that everybody whose words they are lets the class have. */
export interface OfferedLine extends Said {
  readonly text: string
  readonly picked: boolean
}

export interface ConsoleView {
  readonly kind: 'console'
  readonly class: {
    readonly title: string
    /** As in `ClassHead`. */
    readonly simulated?: true
    readonly status: 'open' | 'closed'
    readonly locked: boolean
    readonly language: Language
    readonly settings: Settings
    readonly projected: RoomId | null
    readonly roundsPlayed: number
    readonly announced: Announcement | null
  }
  readonly deck: readonly DeckCard[]
  readonly people: Readonly<Record<PersonId, PersonRow>>
  readonly plan: Plan | null
  /** Where the plan keeps less than the planner promises; empty without a plan. */
  readonly warnings: readonly PlanWarning[]
  readonly round: {
    readonly number: number
    readonly kind: RoundKind
    readonly pairing: number
    readonly focus: readonly ItemId[]
    readonly step: Step
    /** Where Next leads; null when the round is over. */
    readonly next: Step | null
    /** The same of the rooms that still play, as people sit there now. */
    readonly warnings: readonly PlanWarning[]
  } | null
  readonly takeAlongs: {
    /** Those that their authors share: without names, in the order of the alphabet. */
    readonly shared: readonly SharedTakeAlong[]
    readonly shown: boolean
  }
  readonly worked: {
    /** In the order of the alphabet. */
    readonly offered: readonly OfferedLine[]
    readonly shown: boolean
  }
  /** What instructors did last, oldest first. */
  readonly deeds: readonly Deed[]
  readonly rooms: Readonly<Record<RoomId, RoomRow>>
}

export interface ProjectedDebrief {
  readonly card: Pick<CardHead, 'title' | 'shared'>
  readonly customer: Card['customer']
  readonly officer: Card['officer']
  readonly debrief: Card['debrief']
  readonly scenes: readonly (Omit<SceneView, 'lines' | 'moments'> & {
    readonly lines: readonly Omit<Line, 'by'>[]
    readonly moments: readonly Omit<Moment, 'by' | 'words'>[]
  })[]
}

/** Ten seconds of a scene: from `from` ms of played time, how many different people marked helped and hurt. */
export interface MarkedTen {
  readonly from: number
  readonly helped: number
  readonly hurt: number
}

/** Counts only, never names: the wall of the room. */
export interface ProjectorView {
  readonly kind: 'projector'
  readonly class: ClassHead
  readonly present: number
  readonly rooms: number
  /** How many rooms are in each step; where a scene was stopped, that is `done` like any other end. */
  readonly steps: Readonly<Partial<Record<Step, number>>>
  /** Server time at which the class's step ends; where rooms move by themselves, the last clock that runs. Or null. */
  readonly endsAt: number | null
  /** Of a scene: server time until which phones count in and that clock stands. */
  readonly startsAt?: number
  /** A fishbowl's marks so far, by nobody in particular. */
  readonly tally: { readonly helped: number; readonly hurt: number } | null
  /** While the instructor shows what people share of what they take along. */
  readonly takeAlongs: readonly SharedTakeAlong[] | null
  /** While the instructor shows the lines that worked: the words alone. */
  readonly worked: readonly string[] | null
  /** After a fishbowl's scene: how many marked in each ten seconds of it. Null before, and in other rounds. */
  readonly agreement: readonly MarkedTen[] | null
  readonly debrief: ProjectedDebrief | null
}

export type View = PersonView | WatchView | ConsoleView | ProjectorView
