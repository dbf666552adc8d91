/**
 * What is known about persons and who may come in: apart from the journal, and erasable. Tokens, passcodes and links are
 * handed in hashed; this store never sees a secret in clear. Times are milliseconds since 1970 and come from the caller.
 * A write that can't be saved rejects with `StoreUnavailableError` (journal/port.ts); any other rejection is a bug.
 */

export interface PersonName {
  readonly personId: string
  readonly nameVersion: number
  readonly name: string
  readonly staffNumber?: string
}

export interface Instructor {
  readonly instructorId: string
  readonly name: string
  /** The owner sees the records of all classes. */
  readonly owner: boolean
  readonly at: number
}

export interface InstructorSession {
  readonly tokenHash: string
  readonly instructorId: string
  readonly expiresAt: number
  /** It is a phone's, which came by a link that the instructor's console showed. */
  readonly remote?: true
}

/** Whom a single-use link lets in; without an instructor it is the terminal's, for the owner. */
export interface SignInLink {
  readonly instructorId?: string
}

export interface ClassRecord {
  readonly classId: string
  /** The join code as it is stored: capitals, no spaces. */
  readonly code: string
  readonly title: string
  readonly ownerId: string
  readonly openedAt: number
  readonly closedAt?: number
}

export interface SeatRecord {
  /** Not secret: it stands in the address. Unique inside its class. */
  readonly handle: string
  readonly classId: string
  readonly personId: string
  readonly tokenHash: string
  readonly at: number
}

/** A projector. It waits for an instructor while it has no class. */
export interface ScreenRecord {
  readonly tokenHash: string
  readonly classId: string | undefined
  /** Four digits shown on the screen until it is approved. */
  readonly digits: string
  readonly expiresAt: number
}

export interface KeptLink extends SignInLink {
  readonly hash: string
  readonly expiresAt: number
}

/** What the calls for one at a time don't list; in the order of their names, hashes and ends. */
export interface KeptAccess {
  readonly settings: readonly { readonly name: string; readonly value: string }[]
  readonly links: readonly KeptLink[]
  readonly sessions: readonly InstructorSession[]
  readonly screens: readonly ScreenRecord[]
}

export interface RosterPerson {
  readonly name: string
  readonly staffNumber?: string
}

/** Whom an instructor expects in a class. `shown`: whoever has the code may read the names and pick one. */
export interface Roster {
  readonly people: readonly RosterPerson[]
  readonly shown: boolean
}

/** A join code stays with its class for a day after it closes, then it may be given again. */
export const CODE_KEPT_AFTER_CLOSE_MS = 24 * 60 * 60 * 1000

export interface People {
  /** The newest name of everybody in a class who has one. Names are written by `Journal.append`. */
  names(classId: string): Promise<readonly PersonName[]>
  /** Name and staff number gone, their bytes too. */
  erase(classId: string, personId: string): Promise<void>

  /** Adds an instructor, or replaces the one with this id. */
  addInstructor(instructor: Instructor): Promise<void>
  /** In the order in which they were added (`at`). */
  instructors(): Promise<readonly Instructor[]>

  /** One value of the deployment by name: passcode hash, cookie name, signing key. */
  setting(name: string): Promise<string | undefined>
  setSetting(name: string, value: string): Promise<void>
  /** Sets it if there is none yet, and gives the one that counts: of servers that begin at once, all get the same. */
  claimSetting(name: string, value: string): Promise<string>

  /** A single-use link, good until `expiresAt`. */
  putLink(hash: string, expiresAt: number, instructorId?: string): Promise<void>
  /** The link, for exactly one caller and only before its end. */
  takeLink(hash: string, now: number): Promise<SignInLink | undefined>

  putSession(session: InstructorSession): Promise<void>
  sessionOf(tokenHash: string, now: number): Promise<InstructorSession | undefined>
  dropSession(tokenHash: string): Promise<void>
  /** The token hashes of an instructor's phones whose sessions have not ended. */
  remotesOf(instructorId: string, now: number): Promise<readonly string[]>

  /** Registers a class. Its code must be free at `openedAt`. A class id that is already registered rejects. */
  putClass(
    record: ClassRecord,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly kind: 'code-taken' }>
  /** The class that holds a code now: open, or closed for less than a day. */
  classByCode(code: string, now: number): Promise<ClassRecord | undefined>
  classOf(classId: string): Promise<ClassRecord | undefined>
  /** Classes of one instructor, or of all when undefined; newest first. */
  classesOf(ownerId: string | undefined): Promise<readonly ClassRecord[]>
  /** The first closing counts; a later one changes nothing. */
  closeClass(classId: string, at: number): Promise<void>

  /** Record, names, roster, seats and screens of a class gone, their bytes too. */
  forgetClass(classId: string): Promise<void>

  /** Replaces a class's roster; one without people is none. No byte of the old one stays. */
  putRoster(classId: string, roster: Roster): Promise<void>
  rosterOf(classId: string): Promise<Roster | undefined>

  /** Adds a seat, or replaces the one with this handle in the class (a seat claimed from another device). */
  putSeat(seat: SeatRecord): Promise<void>
  /** By handle. */
  seatsOf(classId: string): Promise<readonly SeatRecord[]>
  seatByHandle(classId: string, handle: string): Promise<SeatRecord | undefined>
  dropSeatsOf(classId: string, personId: string): Promise<void>
  /** Every seat whose token is among these: what a browser may continue as. Newest first. */
  seatsWithTokens(tokenHashes: readonly string[]): Promise<readonly SeatRecord[]>

  /** Adds a waiting (or approved) screen. Two screens never wait under the same digits. */
  putScreen(
    screen: ScreenRecord,
    now: number,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly kind: 'digits-taken' }>
  /** Gives the screen that waits under these digits to a class, until `expiresAt` if given. False when none waits. */
  approveScreen(digits: string, classId: string, now: number, expiresAt?: number): Promise<boolean>
  screenByToken(tokenHash: string, now: number): Promise<ScreenRecord | undefined>
  dropScreensOf(classId: string): Promise<void>

  /** Everything that lets somebody in, ended or not: for a deployment that moves to another store. */
  kept(): Promise<KeptAccess>

  /** Housekeeping: links, sessions and screens that ended at or before `now` go away. */
  dropExpired(now: number): Promise<void>
}
