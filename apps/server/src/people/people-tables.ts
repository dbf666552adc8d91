// long because: one class answers every question of the port
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import { checkpoint, personNameTable, rosterTable } from '../journal/sqlite-schema.ts'
import { forgetClass } from './forget-class.ts'
import { inOrder } from './kept-in-order.ts'
import type {
  ClassRecord,
  Instructor,
  InstructorSession,
  KeptAccess,
  PersonName,
  Roster,
  ScreenRecord,
  SeatRecord,
  SignInLink,
} from './port.ts'
import { CODE_KEPT_AFTER_CLOSE_MS } from './port.ts'

type NameRow = [personId: string, nameVersion: number, name: string, staffNumber: string | null]
type ClassRow = [
  classId: string,
  code: string,
  title: string,
  ownerId: string,
  openedAt: number,
  closedAt: number | null,
]
type SeatRow = [handle: string, classId: string, personId: string, tokenHash: string, at: number]
type ScreenRow = [tokenHash: string, classId: string | null, digits: string, expiresAt: number]

const CLASS = 'class_id, code, title, owner_id, opened_at, closed_at'
const SEAT = 'handle, class_id, person_id, token_hash, at'
const SCREEN = 'token_hash, class_id, digits, expires_at'

/**
 * The people store's side of the store's thread. Every method is the port's method of the same name with the same
 * arguments (undefined arrives as null). Each writes with one statement, or checks before it writes.
 */
export class PeopleTables {
  readonly #db: DatabaseSyncInstance
  readonly #statements = new Map<string, StatementSyncInstance>()

  constructor(db: DatabaseSyncInstance) {
    this.#db = db
  }

  names(classId: string): readonly PersonName[] {
    const rows: NameRow[] = this.#sql(
      'SELECT person_id, name_version, name, staff_number FROM person_name WHERE class_id = ? ORDER BY person_id',
    ).all(classId)
    return rows.map(([personId, nameVersion, name, staffNumber]) => ({
      personId,
      nameVersion,
      name,
      ...(staffNumber === null ? {} : { staffNumber }),
    }))
  }

  /** Copies all other names to a new table and drops the old one: only a dropped table is zeroed whole (sqlite-schema.ts). */
  erase(classId: string, personId: string): void {
    this.#statements.clear()
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      this.#db.exec(personNameTable('person_name_next'))
      this.#db
        .prepare(
          'INSERT INTO person_name_next SELECT * FROM person_name WHERE class_id <> ? OR person_id <> ?',
        )
        .run(classId, personId)
      this.#db.exec('DROP TABLE person_name; ALTER TABLE person_name_next RENAME TO person_name; COMMIT')
    } finally {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
    }
    checkpoint(this.#db)
  }

  addInstructor({ instructorId, name, owner, at }: Instructor): void {
    this.#sql('INSERT OR REPLACE INTO instructor VALUES (?, ?, ?, ?)').run(
      instructorId,
      name,
      owner ? 1 : 0,
      at,
    )
  }

  instructors(): readonly Instructor[] {
    const rows: [string, string, number, number][] = this.#sql(
      'SELECT instructor_id, name, owner, at FROM instructor ORDER BY at, instructor_id',
    ).all()
    return rows.map(([instructorId, name, owner, at]) => ({ instructorId, name, owner: owner === 1, at }))
  }

  setting(name: string): string | undefined {
    const row: [string] | undefined = this.#sql('SELECT value FROM setting WHERE name = ?').get(name)
    return row?.[0]
  }

  setSetting(name: string, value: string): void {
    this.#sql('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(name, value)
  }

  claimSetting(name: string, value: string): string {
    this.#sql('INSERT OR IGNORE INTO setting VALUES (?, ?)').run(name, value)
    return this.setting(name) ?? value
  }

  putLink(hash: string, expiresAt: number, instructorId?: string | null): void {
    this.#sql('INSERT OR REPLACE INTO link (hash, expires_at, instructor_id) VALUES (?, ?, ?)').run(
      hash,
      expiresAt,
      instructorId ?? null,
    )
  }

  takeLink(hash: string, now: number): SignInLink | undefined {
    const row: [number, string | null] | undefined = this.#sql(
      'DELETE FROM link WHERE hash = ? RETURNING expires_at, instructor_id',
    ).get(hash)
    if (row === undefined || now >= row[0]) return undefined
    return row[1] === null ? {} : { instructorId: row[1] }
  }

  putSession({ tokenHash, instructorId, expiresAt, remote }: InstructorSession): void {
    this.#sql(
      'INSERT OR REPLACE INTO session (token_hash, instructor_id, expires_at, remote) VALUES (?, ?, ?, ?)',
    ).run(tokenHash, instructorId, expiresAt, remote === true ? 1 : 0)
  }

  sessionOf(tokenHash: string, now: number): InstructorSession | undefined {
    const row: [string, number, number] | undefined = this.#sql(
      'SELECT instructor_id, expires_at, remote FROM session WHERE token_hash = ? AND expires_at > ?',
    ).get(tokenHash, now)
    if (row === undefined) return undefined
    const [instructorId, expiresAt, remote] = row
    return { tokenHash, instructorId, expiresAt, ...(remote === 1 && { remote: true }) }
  }

  remotesOf(instructorId: string, now: number): readonly string[] {
    const rows: [string][] = this.#sql(
      'SELECT token_hash FROM session WHERE instructor_id = ? AND remote = 1 AND expires_at > ? ORDER BY token_hash',
    ).all(instructorId, now)
    return rows.map(([tokenHash]) => tokenHash)
  }

  dropSession(tokenHash: string): void {
    this.#sql('DELETE FROM session WHERE token_hash = ?').run(tokenHash)
  }

  putClass({ classId, code, title, ownerId, openedAt, closedAt }: ClassRecord) {
    if (this.classOf(classId) !== undefined) throw new Error(`Class ${classId} is already registered`)
    if (this.classByCode(code, openedAt) !== undefined) return { ok: false, kind: 'code-taken' } as const
    this.#sql('INSERT INTO class_record VALUES (?, ?, ?, ?, ?, ?)').run(
      classId,
      code,
      title,
      ownerId,
      openedAt,
      closedAt ?? null,
    )
    return { ok: true } as const
  }

  classByCode(code: string, now: number): ClassRecord | undefined {
    const row: ClassRow | undefined = this.#sql(
      `SELECT ${CLASS} FROM class_record WHERE code = ? AND (closed_at IS NULL OR closed_at + ? > ?)`,
    ).get(code, CODE_KEPT_AFTER_CLOSE_MS, now)
    return row && asClass(row)
  }

  classOf(classId: string): ClassRecord | undefined {
    const row: ClassRow | undefined = this.#sql(`SELECT ${CLASS} FROM class_record WHERE class_id = ?`).get(
      classId,
    )
    return row && asClass(row)
  }

  classesOf(ownerId: string | null): readonly ClassRecord[] {
    const rows: ClassRow[] = this.#sql(
      `SELECT ${CLASS} FROM class_record WHERE ?1 IS NULL OR owner_id = ?1 ORDER BY opened_at DESC, class_id`,
    ).all(ownerId)
    return rows.map(asClass)
  }

  closeClass(classId: string, at: number): void {
    this.#sql('UPDATE class_record SET closed_at = ? WHERE class_id = ? AND closed_at IS NULL').run(
      at,
      classId,
    )
  }

  forgetClass(classId: string): void {
    this.#statements.clear()
    forgetClass(this.#db, classId)
  }

  /** As `erase` does it: the rosters of other classes go to a new table and the old one is dropped, and so zeroed. */
  putRoster(classId: string, { people, shown }: Roster): void {
    this.#statements.clear()
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      this.#db.exec(rosterTable('roster_next'))
      this.#db.prepare('INSERT INTO roster_next SELECT * FROM roster WHERE class_id <> ?').run(classId)
      if (people.length > 0) {
        this.#db
          .prepare('INSERT INTO roster_next VALUES (?, ?, ?)')
          .run(classId, shown ? 1 : 0, JSON.stringify(people))
      }
      this.#db.exec('DROP TABLE roster; ALTER TABLE roster_next RENAME TO roster; COMMIT')
    } finally {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
    }
    checkpoint(this.#db)
  }

  rosterOf(classId: string): Roster | undefined {
    const row: [number, string] | undefined = this.#sql(
      'SELECT shown, people FROM roster WHERE class_id = ?',
    ).get(classId)
    return row && { people: JSON.parse(row[1]), shown: row[0] === 1 }
  }

  putSeat({ handle, classId, personId, tokenHash, at }: SeatRecord): void {
    this.#sql(
      'INSERT OR REPLACE INTO seat (class_id, handle, person_id, token_hash, at) VALUES (?, ?, ?, ?, ?)',
    ).run(classId, handle, personId, tokenHash, at)
  }

  seatsOf(classId: string): readonly SeatRecord[] {
    const rows: SeatRow[] = this.#sql(`SELECT ${SEAT} FROM seat WHERE class_id = ? ORDER BY handle`).all(
      classId,
    )
    return rows.map(asSeat)
  }

  seatByHandle(classId: string, handle: string): SeatRecord | undefined {
    const row: SeatRow | undefined = this.#sql(
      `SELECT ${SEAT} FROM seat WHERE class_id = ? AND handle = ?`,
    ).get(classId, handle)
    return row && asSeat(row)
  }

  dropSeatsOf(classId: string, personId: string): void {
    this.#sql('DELETE FROM seat WHERE class_id = ? AND person_id = ?').run(classId, personId)
  }

  seatsWithTokens(tokenHashes: readonly string[]): readonly SeatRecord[] {
    const rows: SeatRow[] = this.#sql(
      `SELECT ${SEAT} FROM seat WHERE token_hash IN (SELECT value FROM json_each(?)) ORDER BY at DESC, class_id, handle`,
    ).all(JSON.stringify(tokenHashes))
    return rows.map(asSeat)
  }

  putScreen({ tokenHash, classId, digits, expiresAt }: ScreenRecord, now: number) {
    const rival = this.#waitingScreen(digits, now)
    if (classId === undefined && rival !== undefined && rival !== tokenHash) {
      return { ok: false, kind: 'digits-taken' } as const
    }
    this.#sql('INSERT OR REPLACE INTO screen VALUES (?, ?, ?, ?)').run(
      tokenHash,
      classId ?? null,
      digits,
      expiresAt,
    )
    return { ok: true } as const
  }

  approveScreen(digits: string, classId: string, now: number, expiresAt: number | null | undefined): boolean {
    const tokenHash = this.#waitingScreen(digits, now)
    if (tokenHash === undefined) return false
    this.#sql(
      'UPDATE screen SET class_id = ?, expires_at = coalesce(?, expires_at) WHERE token_hash = ?',
    ).run(classId, expiresAt ?? null, tokenHash)
    return true
  }

  screenByToken(tokenHash: string, now: number): ScreenRecord | undefined {
    const row: ScreenRow | undefined = this.#sql(
      `SELECT ${SCREEN} FROM screen WHERE token_hash = ? AND expires_at > ?`,
    ).get(tokenHash, now)
    return row && asScreen(row)
  }

  dropScreensOf(classId: string): void {
    this.#sql('DELETE FROM screen WHERE class_id = ?').run(classId)
  }

  kept(): KeptAccess {
    const settings: [string, string][] = this.#sql('SELECT name, value FROM setting').all()
    const links: [string, number, string | null][] = this.#sql(
      'SELECT hash, expires_at, instructor_id FROM link',
    ).all()
    const sessions: [string, string, number, number][] = this.#sql(
      'SELECT token_hash, instructor_id, expires_at, remote FROM session',
    ).all()
    const screens: ScreenRow[] = this.#sql(`SELECT ${SCREEN} FROM screen`).all()
    return inOrder({
      settings: settings.map(([name, value]) => ({ name, value })),
      links: links.map(([hash, expiresAt, instructorId]) => ({
        hash,
        expiresAt,
        ...(instructorId !== null && { instructorId }),
      })),
      sessions: sessions.map(([tokenHash, instructorId, expiresAt, remote]) => ({
        tokenHash,
        instructorId,
        expiresAt,
        ...(remote === 1 && { remote: true }),
      })),
      screens: screens.map(asScreen),
    })
  }

  dropExpired(now: number): void {
    for (const table of ['link', 'session', 'screen']) {
      this.#sql(`DELETE FROM ${table} WHERE expires_at <= ?`).run(now)
    }
  }

  #waitingScreen(digits: string, now: number): string | undefined {
    const row: [string] | undefined = this.#sql(
      'SELECT token_hash FROM screen WHERE class_id IS NULL AND digits = ? AND expires_at > ?',
    ).get(digits, now)
    return row?.[0]
  }

  #sql(text: string): StatementSyncInstance {
    const kept = this.#statements.get(text)
    if (kept !== undefined) return kept
    const statement = this.#db.prepare(text, { returnArrays: true })
    this.#statements.set(text, statement)
    return statement
  }
}

const asClass = ([classId, code, title, ownerId, openedAt, closedAt]: ClassRow): ClassRecord => ({
  classId,
  code,
  title,
  ownerId,
  openedAt,
  ...(closedAt === null ? {} : { closedAt }),
})

const asScreen = ([tokenHash, classId, digits, expiresAt]: ScreenRow): ScreenRecord => ({
  tokenHash,
  classId: classId ?? undefined,
  digits,
  expiresAt,
})

const asSeat = ([handle, classId, personId, tokenHash, at]: SeatRow): SeatRecord => ({
  handle,
  classId,
  personId,
  tokenHash,
  at,
})
