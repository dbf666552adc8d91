import { inOrder } from './kept-in-order.ts'
import type {
  ClassRecord,
  Instructor,
  InstructorSession,
  People,
  PersonName,
  Roster,
  ScreenRecord,
  SeatRecord,
  SignInLink,
} from './port.ts'
import { CODE_KEPT_AFTER_CLOSE_MS } from './port.ts'

/** The people store that ends with the process. */
export class MemoryPeople implements People {
  readonly #names = new Map<string, Map<string, PersonName>>()
  readonly #instructors = new Map<string, Instructor>()
  readonly #settings = new Map<string, string>()
  readonly #links = new Map<string, { link: SignInLink; expiresAt: number }>()
  readonly #sessions = new Map<string, InstructorSession>()
  readonly #classes = new Map<string, ClassRecord>()
  readonly #rosters = new Map<string, Roster>()
  #seats: readonly SeatRecord[] = []
  readonly #screens = new Map<string, ScreenRecord>()

  /** Called by the journal of the same store, as part of an append. An older version never replaces a newer one. */
  writeNames(classId: string, names: readonly PersonName[]): void {
    const ofClass = this.#names.get(classId) ?? new Map<string, PersonName>()
    this.#names.set(classId, ofClass)
    for (const name of names) {
      if (name.nameVersion >= (ofClass.get(name.personId)?.nameVersion ?? 0))
        ofClass.set(name.personId, { ...name })
    }
  }

  async names(classId: string) {
    return [...(this.#names.get(classId)?.values() ?? [])].sort((a, b) => (a.personId < b.personId ? -1 : 1))
  }

  async erase(classId: string, personId: string) {
    this.#names.get(classId)?.delete(personId)
  }

  async addInstructor(instructor: Instructor) {
    this.#instructors.set(instructor.instructorId, { ...instructor })
  }

  async instructors() {
    return [...this.#instructors.values()].sort(
      (a, b) => a.at - b.at || (a.instructorId < b.instructorId ? -1 : 1),
    )
  }

  async setting(name: string) {
    return this.#settings.get(name)
  }

  async setSetting(name: string, value: string) {
    this.#settings.set(name, value)
  }

  async claimSetting(name: string, value: string) {
    const kept = this.#settings.get(name) ?? value
    this.#settings.set(name, kept)
    return kept
  }

  async putLink(hash: string, expiresAt: number, instructorId?: string) {
    this.#links.set(hash, { link: instructorId === undefined ? {} : { instructorId }, expiresAt })
  }

  async takeLink(hash: string, now: number) {
    const kept = this.#links.get(hash)
    this.#links.delete(hash)
    return kept !== undefined && now < kept.expiresAt ? kept.link : undefined
  }

  async putSession(session: InstructorSession) {
    this.#sessions.set(session.tokenHash, { ...session })
  }

  async sessionOf(tokenHash: string, now: number) {
    const session = this.#sessions.get(tokenHash)
    return session !== undefined && now < session.expiresAt ? session : undefined
  }

  async dropSession(tokenHash: string) {
    this.#sessions.delete(tokenHash)
  }

  async remotesOf(instructorId: string, now: number) {
    return [...this.#sessions.values()]
      .filter(session => session.instructorId === instructorId && session.remote && now < session.expiresAt)
      .map(({ tokenHash }) => tokenHash)
      .sort()
  }

  async putClass(record: ClassRecord) {
    if (this.#classes.has(record.classId)) throw new Error(`Class ${record.classId} is already registered`)
    if (this.#holderOf(record.code, record.openedAt)) return { ok: false, kind: 'code-taken' } as const
    this.#classes.set(record.classId, { ...record })
    return { ok: true } as const
  }

  async classByCode(code: string, now: number) {
    return this.#holderOf(code, now)
  }

  async classOf(classId: string) {
    return this.#classes.get(classId)
  }

  async classesOf(ownerId: string | undefined) {
    return [...this.#classes.values()]
      .filter(record => ownerId === undefined || record.ownerId === ownerId)
      .sort((a, b) => b.openedAt - a.openedAt || (a.classId < b.classId ? -1 : 1))
  }

  async closeClass(classId: string, at: number) {
    const record = this.#classes.get(classId)
    if (record !== undefined && record.closedAt === undefined) {
      this.#classes.set(classId, { ...record, closedAt: at })
    }
  }

  async forgetClass(classId: string) {
    this.#names.delete(classId)
    this.#classes.delete(classId)
    this.#rosters.delete(classId)
    this.#seats = this.#seats.filter(seat => seat.classId !== classId)
    await this.dropScreensOf(classId)
  }

  async putRoster(classId: string, { people, shown }: Roster) {
    if (people.length === 0) this.#rosters.delete(classId)
    else this.#rosters.set(classId, { people: [...people], shown })
  }

  async rosterOf(classId: string) {
    return this.#rosters.get(classId)
  }

  async putSeat(seat: SeatRecord) {
    this.#seats = [...this.#seats.filter(other => !sameSeat(other, seat)), { ...seat }]
  }

  async seatByHandle(classId: string, handle: string) {
    return this.#seats.find(seat => sameSeat(seat, { classId, handle }))
  }

  async seatsOf(classId: string) {
    return this.#seats.filter(seat => seat.classId === classId).sort((a, b) => (a.handle < b.handle ? -1 : 1))
  }

  async dropSeatsOf(classId: string, personId: string) {
    this.#seats = this.#seats.filter(seat => seat.classId !== classId || seat.personId !== personId)
  }

  async seatsWithTokens(tokenHashes: readonly string[]) {
    return this.#seats
      .filter(seat => tokenHashes.includes(seat.tokenHash))
      .sort((a, b) => b.at - a.at || (`${a.classId}/${a.handle}` < `${b.classId}/${b.handle}` ? -1 : 1))
  }

  async putScreen(screen: ScreenRecord, now: number) {
    const rival = this.#waiting(screen.digits, now)
    if (screen.classId === undefined && rival !== undefined && rival.tokenHash !== screen.tokenHash) {
      return { ok: false, kind: 'digits-taken' } as const
    }
    this.#screens.set(screen.tokenHash, { ...screen })
    return { ok: true } as const
  }

  async approveScreen(digits: string, classId: string, now: number, expiresAt?: number) {
    const screen = this.#waiting(digits, now)
    if (screen === undefined) return false
    this.#screens.set(screen.tokenHash, { ...screen, classId, expiresAt: expiresAt ?? screen.expiresAt })
    return true
  }

  async screenByToken(tokenHash: string, now: number) {
    const screen = this.#screens.get(tokenHash)
    return screen !== undefined && now < screen.expiresAt ? screen : undefined
  }

  async dropScreensOf(classId: string) {
    for (const screen of [...this.#screens.values()]) {
      if (screen.classId === classId) this.#screens.delete(screen.tokenHash)
    }
  }

  async kept() {
    return inOrder({
      settings: [...this.#settings].map(([name, value]) => ({ name, value })),
      links: [...this.#links].map(([hash, { link, expiresAt }]) => ({ hash, expiresAt, ...link })),
      sessions: [...this.#sessions.values()],
      screens: [...this.#screens.values()],
    })
  }

  async dropExpired(now: number) {
    for (const ending of [this.#links, this.#sessions, this.#screens]) {
      for (const [hash, { expiresAt }] of [...ending]) if (expiresAt <= now) ending.delete(hash)
    }
  }

  #holderOf(code: string, now: number): ClassRecord | undefined {
    return [...this.#classes.values()].find(
      ({ code: held, closedAt }) =>
        held === code && (closedAt === undefined || now < closedAt + CODE_KEPT_AFTER_CLOSE_MS),
    )
  }

  #waiting(digits: string, now: number): ScreenRecord | undefined {
    return [...this.#screens.values()].find(
      screen => screen.classId === undefined && screen.digits === digits && now < screen.expiresAt,
    )
  }
}

const sameSeat = (a: Pick<SeatRecord, 'classId' | 'handle'>, b: Pick<SeatRecord, 'classId' | 'handle'>) =>
  a.classId === b.classId && a.handle === b.handle
