import type { Card, ItemId, Language } from '@evenkeel/playbook'
import type { Deed } from './deeds.ts'
import type { CardHash, MomentId, PersonId, RoomId, SceneId } from './ids.ts'
import type { Phase, Room, Seat, Seats } from './room.ts'
import type { Settings } from './settings.ts'

export type Standing = 'present' | 'set-aside' | 'removed' | 'blocked'

export interface Person {
  readonly id: PersonId
  readonly role: 'trainee' | 'instructor'
  readonly nameVersion: number
  readonly standing: Standing
  readonly joinedAt: number
  /** Their device is out: they hold their seat on paper and the instructor readies them. */
  readonly paper: boolean
  /** Longer reading time that they asked for. */
  readonly reading: ReadingFactor
  /** The room of the current round that they sit in. */
  readonly room: RoomId | null
  /** Cards whose customer brief they have seen, in any seat or debrief. */
  readonly seen: readonly CardHash[]
  /** They had come in twice, and all that they did is this person's now. Whoever has this is `removed`. */
  readonly into?: PersonId
  /** The event at which they became one with somebody, or were told apart again: a view from before is of somebody else. */
  readonly since?: number
}

/** What it takes to tell two people apart again. There while nothing happened since that belongs to the two as one. */
export interface LastMerge {
  readonly from: PersonId
  readonly into: PersonId
  /** The command that made them one: what else it brought about does not count as happening since. */
  readonly commandId: string
  /** Where `from` ever sat. `into` never did, so whatever is theirs there was `from`'s. */
  readonly rooms: readonly RoomId[]
  /** As the two were before. */
  readonly standing: Standing
  readonly joinedAt: number
  readonly reading: ReadingFactor
  readonly place: { readonly room: RoomId; readonly seat: Seat } | null
  readonly takeAlong: { readonly of: TakeAlong; readonly moved: boolean } | null
}

export type ReadingFactor = 1 | 1.5 | 2

/** What the planner knows of a card; the text is journaled when a round first uses it. */
export interface DeckCard {
  readonly hash: CardHash
  readonly id: string
  readonly title: string
  readonly site: string
  readonly difficulty: 1 | 2 | 3
  readonly minutes: number
}

export interface PlannedSeats {
  readonly seats: Seats
  readonly card: CardHash
  readonly why: string
}

/** `fishbowl`: one pair plays in front, everybody else observes. It counts as no pairing. */
export type RoundKind = 'pairing' | 'fishbowl'

/** Drafted by the planner, changed by the instructor, not yet started. */
export interface Plan {
  readonly kind: RoundKind
  readonly pairing: number
  readonly focus: readonly ItemId[]
  readonly rooms: readonly PlannedSeats[]
}

/** The steps that the class takes together, in their order. */
export const STEPS = ['briefing', 'scene', 'wrap-up', 'step-out', 'rating', 'debrief', 'done'] as const
export type Step = (typeof STEPS)[number]

export interface Round {
  readonly number: number
  readonly kind: RoundKind
  readonly pairing: number
  readonly focus: readonly ItemId[]
  /** How far the instructor's Next has come. */
  readonly step: Step
  readonly rooms: readonly Room[]
}

/** What somebody takes along from a class. The note stays with them; the rest too, unless they share it. */
export interface TakeAlong {
  /** One thing to keep doing. */
  readonly keep: string
  /** One thing to try. */
  readonly tryOut: string
  readonly note: string
  readonly shared: boolean
}

/** What was said in a scene: a typed line by its number, or what the customer remembered of it, by its moment. */
export interface Said {
  readonly scene: SceneId
  readonly said: number | MomentId
}

export interface SharedWords extends Said {
  /** Who agrees, of those whose words they are. Never empty. */
  readonly by: readonly PersonId[]
}

/** Lines that worked, for everybody at the end. Only where they stand is kept: what is redacted is gone from here too. */
export interface Worked {
  /** By `saidKey`. */
  readonly shared: Readonly<Record<string, SharedWords>>
  /** Keys of what the instructor picked. */
  readonly picked: readonly string[]
  /** They are on the projector. */
  readonly shown: boolean
}

export interface HelpCall {
  readonly person: PersonId
  readonly at: number
}

/** What an instructor says to everybody; until the next one, the next round or the end. */
export interface Announcement {
  readonly text: string
  readonly at: number
  /** On the projector too. */
  readonly wall: boolean
}

export interface ClassState {
  /** The last event folded; 0 before the class is opened. */
  readonly seq: number
  /** Time of the last event. Event time never goes backwards. */
  readonly at: number
  readonly classId: string
  readonly title: string
  readonly settings: Settings
  readonly status: 'unopened' | 'open' | 'closed'
  readonly locked: boolean
  readonly people: readonly Person[]
  readonly deck: readonly DeckCard[]
  /** Card text in use, by content hash: an edited card never changes an old scene. */
  readonly cards: Readonly<Record<CardHash, Card>>
  readonly rubricHash: string
  /** Only ever there when it is true. */
  readonly simulated?: true
  /** Of the rubric that was brought, and so of the cards to choose from. */
  readonly language: Language
  readonly plan: Plan | null
  readonly round: Round | null
  readonly pastRounds: readonly Round[]
  readonly help: readonly HelpCall[]
  /** The room whose debrief the instructor chose for the projector. */
  readonly projected: RoomId | null
  /** The newest of each person who wrote one. */
  readonly takeAlongs: Readonly<Record<PersonId, TakeAlong>>
  /** The shared ones are on the projector. */
  readonly takeAlongsShown: boolean
  readonly worked: Worked
  /** Time of the closing; null before. */
  readonly closedAt: number | null
  readonly announced: Announcement | null
  /** What instructors did last, oldest first; at most `DEEDS`. */
  readonly deeds: readonly Deed[]
  /** Left out when there is none that may be undone. */
  readonly lastMerge?: LastMerge
}

/** Rank in the class's steps; the phases beside the path count with the step that they interrupt. */
export function stepRank(phase: Phase): number {
  switch (phase.name) {
    case 'time-out':
      return STEPS.indexOf(phase.of === 'retake' ? 'debrief' : 'scene')
    case 'retake':
      return STEPS.indexOf('debrief')
    case 'stopped':
      return STEPS.indexOf('debrief')
    default:
      return STEPS.indexOf(phase.name)
  }
}
