import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { DeviceKind, GivenSeat, SeatClaim } from './port.ts'

type Row = [
  tokenHash: string,
  id: string,
  classId: string,
  people: string,
  digits: string,
  device: DeviceKind,
  askedAt: number,
  expiresAt: number,
  state: SeatClaim['state'],
  handle: string | null,
]

const COLUMNS = 'token_hash, id, class_id, people, digits, device, asked_at, expires_at, state, handle'
const WAITS = "class_id = ? AND state = 'waiting' AND expires_at > ?"

/** The side of the claims in the store's thread. Every method is the port's method of the same name. */
export class ClaimTables {
  readonly #db: DatabaseSyncInstance

  constructor(db: DatabaseSyncInstance) {
    this.#db = db
  }

  putClaim(claim: SeatClaim): void {
    const { tokenHash, id, classId, people, digits, device, askedAt, expiresAt, state, handle } = claim
    this.#sql('INSERT OR REPLACE INTO seat_claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      tokenHash,
      id,
      classId,
      JSON.stringify(people),
      digits,
      device,
      askedAt,
      expiresAt,
      state,
      handle ?? null,
    )
  }

  claimByToken(tokenHash: string, now: number): SeatClaim | undefined {
    const row: Row | undefined = this.#sql(
      `SELECT ${COLUMNS} FROM seat_claim WHERE token_hash = ? AND expires_at > ?`,
    ).get(tokenHash, now)
    return row && asClaim(row)
  }

  waitingIn(classId: string, now: number): readonly SeatClaim[] {
    const rows: Row[] = this.#sql(
      `SELECT ${COLUMNS} FROM seat_claim WHERE ${WAITS} ORDER BY asked_at, id`,
    ).all(classId, now)
    return rows.map(asClaim)
  }

  refuse(classId: string, id: string, now: number, until: number): boolean {
    const done = this.#sql(
      `UPDATE seat_claim SET state = 'refused', expires_at = ? WHERE ${WAITS} AND id = ?`,
    ).run(until, classId, now, id)
    return done.changes > 0
  }

  /** All of it inside the transaction of the group that it is written with. */
  give({ classId, claim: id, personId, newHandle, at, now, until }: GivenSeat): string | undefined {
    const claim = this.waitingIn(classId, now).find(one => one.id === id)
    if (claim === undefined || !claim.people.includes(personId)) return undefined
    const { tokenHash } = claim
    const newest: [string] | undefined = this.#sql(
      'SELECT handle FROM seat WHERE class_id = ? AND person_id = ? ORDER BY at DESC, handle',
    ).get(classId, personId)
    const handle = newest?.[0] ?? newHandle
    this.#sql('DELETE FROM seat WHERE class_id = ? AND person_id = ?').run(classId, personId)
    this.#sql(
      'INSERT OR REPLACE INTO seat (class_id, handle, person_id, token_hash, at) VALUES (?, ?, ?, ?, ?)',
    ).run(classId, handle, personId, tokenHash, at)
    this.putClaim({ ...claim, state: 'given', expiresAt: until, handle })
    return handle
  }

  dropClaim(tokenHash: string): void {
    this.#sql('DELETE FROM seat_claim WHERE token_hash = ?').run(tokenHash)
  }

  dropClaimsOf(classId: string): void {
    this.#sql('DELETE FROM seat_claim WHERE class_id = ?').run(classId)
  }

  dropEnded(now: number): void {
    this.#sql('DELETE FROM seat_claim WHERE expires_at <= ?').run(now)
  }

  #sql(text: string) {
    return this.#db.prepare(text, { returnArrays: true })
  }
}

function asClaim([tokenHash, id, classId, people, digits, device, askedAt, expiresAt, state, handle]: Row) {
  const claim: SeatClaim = {
    tokenHash,
    id,
    classId,
    people: JSON.parse(people),
    digits,
    device,
    askedAt,
    expiresAt,
    state,
    ...(handle !== null && { handle }),
  }
  return claim
}
