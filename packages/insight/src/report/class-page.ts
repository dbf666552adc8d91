import type { ClassKind, Medium, PersonId, RoomId, SceneId } from '@evenkeel/classroom'
import type { Attendance } from './attendance.ts'
import type { BesideInstructor } from './beside-instructor.ts'
import type { ClassReport } from './class-report.ts'
import type { Progress } from './progress.ts'
import type { RoomBeside } from './room-beside.ts'

/*
 * What the records' screens are told. Plain JSON; times are server times in ms. Names are the school's and stand beside the
 * pseudonyms, never in place of them.
 */

/** A class in the list. */
export interface ClassRow {
  readonly class: string
  readonly title: string
  readonly kind: ClassKind
  readonly medium: Medium
  readonly openedAt: number
  readonly closedAt: number | null
  readonly trainees: number
  readonly scenes: number
  /** It came in as a file. */
  readonly imported: boolean
  /** Days that it is kept after it ended; null: until somebody deletes it. */
  readonly keptDays: number | null
  /** Whether that was chosen for this class, or holds for all. */
  readonly keptBy: 'class' | 'deployment'
  /** When it will be deleted, if ever. */
  readonly goesAt: number | null
}

export interface Signed {
  /** The instructor's name as it was then. */
  readonly by: string
  readonly at: number
}

export interface AttendanceRow extends Attendance {
  readonly name: string
  readonly staffNumber: string
  readonly signed: Signed | null
  readonly serial: string
}

/** What the school puts on a completion record. All of it is the school's own text. */
export interface Completion {
  readonly course: string
  readonly hours: string
  readonly instructor: string
  readonly licence: string
}

/** A scene to open. */
export interface SceneHead {
  readonly room: RoomId
  readonly scene: SceneId
  readonly round: number
  readonly spot: number
  readonly card: string
  readonly retake: boolean
  readonly customer: PersonId | null
  readonly officer: PersonId | null
  readonly observers: readonly PersonId[]
  readonly played: number
}

/** What items and behaviours are called, in the language of the class. By id. */
export interface Titles {
  readonly items: Readonly<Record<string, string>>
  readonly customerItems: Readonly<Record<string, string>>
  readonly behaviours: Readonly<Record<string, string>>
}

/** The page of one class after it. */
export interface ClassPage {
  readonly class: ClassRow
  readonly report: ClassReport
  readonly beside: readonly BesideInstructor[]
  readonly fishbowls: readonly RoomBeside[]
  readonly scenes: readonly SceneHead[]
  readonly attendance: readonly AttendanceRow[]
  readonly completion: Completion
  readonly titles: Titles
  /** By person id. */
  readonly names: Readonly<Record<PersonId, string>>
}

/** Somebody in the register of people. */
export interface RegisterEntry {
  /** Not a name: what the address carries. */
  readonly key: string
  readonly name: string
  readonly staffNumber: string
  readonly classes: number
  /** ms over all classes. */
  readonly present: number
  readonly lastSeen: number
  /** Entries that were joined to this one, each to be undone. */
  readonly merged: readonly { readonly id: string; readonly name: string; readonly staffNumber: string }[]
}

/** One class of a person. */
export interface ClassTakenRow {
  readonly class: string
  readonly title: string
  readonly kind: ClassKind
  readonly openedAt: number
  readonly person: PersonId
  readonly present: number
  readonly signed: Signed | null
  readonly serial: string
  readonly completion: Completion
}

export interface PersonPage {
  readonly entry: RegisterEntry
  readonly classes: readonly ClassTakenRow[]
  readonly progress: Progress
  readonly titles: Titles
  /** The scenes behind the numbers, by scene id, per class. */
  readonly scenes: readonly (SceneHead & { readonly class: string })[]
}
