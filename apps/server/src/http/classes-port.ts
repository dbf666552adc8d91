import type { ClassKind, Medium, OwnScene, PersonId, Settings, Standing } from '@evenkeel/classroom'
import type { Language } from '@evenkeel/playbook'
import type { WireRefusal } from '@evenkeel/protocol'

/** An instructor as the classes know them. */
export interface InstructorName {
  readonly id: string
  readonly name: string
}

/** What somebody who is about to come in may know of a class, and where its people stand. */
export interface LiveHead {
  readonly title: string
  readonly kind: ClassKind
  readonly medium: Medium
  readonly locked: boolean
  readonly status: 'open' | 'closed'
  /** Who somebody is now, when people who had come in twice were made one person. The others answer for that one. */
  now(person: PersonId): PersonId
  /** Under which ids else this person came in. */
  also(person: PersonId): readonly PersonId[]
  standing(person: PersonId): Standing | undefined
  nameOf(person: PersonId): string | undefined
  /** The trainees who are in the class now. */
  trainees(): readonly PersonId[]
  /** Their names. */
  traineeNames(): readonly string[]
}

/** The class's name, a person's own scenes, and the names of those in them. */
export interface OwnCopy {
  readonly title: string
  readonly names: Readonly<Record<PersonId, string>>
  readonly scenes: readonly OwnScene[]
}

/** The classes that run on this server, as far as http needs them. */
export interface LiveClasses {
  /** Opens a class; the instructor joins it as its first person. */
  open(request: {
    title: string
    settings: Settings
    /** Of its cards and its rubric. */
    language: Language
    instructor: InstructorName
    /** Everybody in it is made up. */
    simulated?: true
  }): Promise<{ ok: true; classId: string } | WireRefusal>
  /** A trainee comes in. `request`: made by the client; the same one again gives the same person. */
  join(request: {
    classId: string
    name: string
    staffNumber?: string
    request: string
  }): Promise<{ ok: true; person: PersonId } | WireRefusal>
  /** An instructor's person in a class, joining if they are not in it yet. */
  attend(classId: string, instructor: InstructorName): Promise<{ ok: true; person: PersonId } | WireRefusal>
  rename(classId: string, person: PersonId, name: string): Promise<{ ok: true } | WireRefusal>
  /** What a person may take home of a class; undefined if there is no such class or they are no longer in it. */
  ownCopy(classId: string, person: PersonId): Promise<OwnCopy | undefined>
  head(classId: string): Promise<LiveHead | undefined>
  /** The class's journal was rewritten: its devices come back to what is left. */
  reload(classId: string): Promise<void>
  /** The class was deleted: its devices are told, at whatever server. */
  forget(classId: string): Promise<void>
  /** Seats that are asked for changed: the class's consoles are told, at whatever server. */
  claimsChanged(classId: string): Promise<void>
  /** Disconnects a person's devices but the one whose seat has this token (its hash), at whatever server. */
  moveSeat(classId: string, person: PersonId, token: string): Promise<void>
  /** Somebody was let into a class, or taken out: then their devices are sent away at whatever server, and their seat is free. */
  letIn(request: {
    classId: string
    instructor: InstructorName
    on: boolean
    by: InstructorName
  }): Promise<void>
  /** Disconnects the sockets of the class's projectors, at whatever server. */
  dropScreens(classId: string): Promise<void>
  /** Disconnects the sockets of a session that ended, at whatever server. `session`: the hash of its token. */
  dropSession(session: string): Promise<void>
}
