// long because: one class answers every question of the port
import type { Clock } from '../clock.ts'
import { StoreUnavailableError } from '../journal/port.ts'
import { forgetOldBytes } from '../journal/redis-rewrite.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { causeOf, outcomeOf } from '../redis/outcome.ts'
import { run, together } from '../redis/script.ts'
import { inOrder } from './kept-in-order.ts'
import {
  type ClassRecord,
  CODE_KEPT_AFTER_CLOSE_MS,
  type Instructor,
  type InstructorSession,
  type KeptAccess,
  type People,
  type PersonName,
  type Roster,
  type ScreenRecord,
  type SeatRecord,
  type SignInLink,
} from './port.ts'
import { forgetClass, seatFrom } from './redis-forget-class.ts'
import { APPROVE_SCREEN, DROP_EXPIRED, PUT_CLASS, PUT_SCREEN, PUT_SEAT, TAKE_LINK } from './redis-scripts.ts'

/** The people store in Redis. What two servers may do at once is decided inside Redis; all else is one command. */
export class RedisPeople implements People {
  readonly #client: RedisClient
  readonly #clock: Clock

  constructor(client: RedisClient, clock: Clock) {
    this.#client = client
    this.#clock = clock
  }

  async names(classId: string): Promise<PersonName[]> {
    const kept = await this.#ask(client => client.hGetAll(keys.names(classId)))
    return Object.entries(kept)
      .map(([personId, value]) => nameFrom(personId, value))
      .sort((a, b) => (a.personId < b.personId ? -1 : 1))
  }

  async erase(classId: string, personId: string): Promise<void> {
    await this.#ask(async client => {
      if ((await client.hDel(keys.names(classId), personId)) > 0) await this.#forget()
    })
  }

  async addInstructor(instructor: Instructor): Promise<void> {
    await this.#put(keys.instructors, instructor.instructorId, instructor)
  }

  async instructors(): Promise<Instructor[]> {
    const all = await this.#all<Instructor>(keys.instructors)
    return all.sort((a, b) => a.at - b.at || (a.instructorId < b.instructorId ? -1 : 1))
  }

  async setting(name: string): Promise<string | undefined> {
    return (await this.#ask(client => client.hGet(keys.settings, name))) ?? undefined
  }

  async setSetting(name: string, value: string): Promise<void> {
    await this.#ask(client => client.hSet(keys.settings, name, value))
  }

  async claimSetting(name: string, value: string): Promise<string> {
    await this.#ask(client => client.hSetNX(keys.settings, name, value))
    return (await this.setting(name)) ?? value
  }

  async putLink(hash: string, expiresAt: number, instructorId?: string): Promise<void> {
    const link = ['ZADD', keys.links, expiresAt, hash]
    const owner = instructorId === undefined ? [] : [['HSET', keys.linkOwners, hash, instructorId]]
    await this.#ask(client => together(client, keys.links, [link, ...owner]))
  }

  async takeLink(hash: string, now: number): Promise<SignInLink | undefined> {
    const owner = await this.#ask(client =>
      run(client, TAKE_LINK, [keys.links, keys.linkOwners], [hash, String(now)]),
    )
    if (typeof owner !== 'string') return undefined
    return owner === '' ? {} : { instructorId: owner }
  }

  async putSession(session: InstructorSession): Promise<void> {
    const { tokenHash, expiresAt } = session
    await this.#ask(client =>
      together(client, keys.sessions, [
        ['HSET', keys.sessions, tokenHash, JSON.stringify(session)],
        ['ZADD', keys.sessionEnds, expiresAt, tokenHash],
      ]),
    )
  }

  async sessionOf(tokenHash: string, now: number): Promise<InstructorSession | undefined> {
    const session = await this.#get<InstructorSession>(keys.sessions, tokenHash)
    return session !== undefined && now < session.expiresAt ? session : undefined
  }

  async dropSession(tokenHash: string): Promise<void> {
    await this.#ask(client =>
      together(client, keys.sessions, [
        ['HDEL', keys.sessions, tokenHash],
        ['ZREM', keys.sessionEnds, tokenHash],
      ]),
    )
  }

  async remotesOf(instructorId: string, now: number): Promise<string[]> {
    const all = await this.#all<InstructorSession>(keys.sessions)
    return all
      .filter(session => session.instructorId === instructorId && session.remote && now < session.expiresAt)
      .map(({ tokenHash }) => tokenHash)
      .sort()
  }

  async putClass(record: ClassRecord): Promise<{ ok: true } | { ok: false; kind: 'code-taken' }> {
    const { classId, code, openedAt, closedAt = '' } = record
    const done = await this.#ask(client =>
      run(
        client,
        PUT_CLASS,
        [keys.records, keys.codes, keys.closed],
        [
          classId,
          code,
          String(openedAt),
          JSON.stringify(record),
          String(CODE_KEPT_AFTER_CLOSE_MS),
          String(closedAt),
        ],
      ),
    )
    if (done === 'registered') throw new Error(`Class ${classId} is already registered`)
    return done === 'taken' ? { ok: false, kind: 'code-taken' } : { ok: true }
  }

  async classByCode(code: string, now: number): Promise<ClassRecord | undefined> {
    const classId = await this.#ask(client => client.hGet(keys.codes, code))
    const record = classId === null ? undefined : await this.classOf(classId)
    const held = record?.closedAt === undefined || now < record.closedAt + CODE_KEPT_AFTER_CLOSE_MS
    return held ? record : undefined
  }

  async classOf(classId: string): Promise<ClassRecord | undefined> {
    const [record, closedAt] = await this.#ask(client =>
      Promise.all([client.hGet(keys.records, classId), client.hGet(keys.closed, classId)]),
    )
    return record === null ? undefined : recordFrom(record, closedAt)
  }

  async classesOf(ownerId: string | undefined): Promise<ClassRecord[]> {
    const [records, closed] = await this.#ask(client =>
      Promise.all([client.hGetAll(keys.records), client.hGetAll(keys.closed)]),
    )
    return Object.entries(records)
      .map(([classId, record]) => recordFrom(record, closed[classId] ?? null))
      .filter(record => ownerId === undefined || record.ownerId === ownerId)
      .sort((a, b) => b.openedAt - a.openedAt || (a.classId < b.classId ? -1 : 1))
  }

  async closeClass(classId: string, at: number): Promise<void> {
    await this.#ask(client => client.hSetNX(keys.closed, classId, String(at)))
  }

  async forgetClass(classId: string): Promise<void> {
    const record = await this.classOf(classId)
    await this.dropScreensOf(classId)
    await this.#ask(async client => {
      await forgetClass(client, classId, record?.code)
      await this.#forget()
    })
  }

  async putRoster(classId: string, { people, shown }: Roster): Promise<void> {
    await this.#ask(async client => {
      const had = await client.hExists(keys.rosters, classId)
      if (people.length === 0) await client.hDel(keys.rosters, classId)
      else await client.hSet(keys.rosters, classId, JSON.stringify({ people, shown }))
      if (had) await this.#forget()
    })
  }

  rosterOf(classId: string): Promise<Roster | undefined> {
    return this.#get<Roster>(keys.rosters, classId)
  }

  async putSeat(seat: SeatRecord): Promise<void> {
    const { classId, handle, tokenHash } = seat
    await this.#ask(client =>
      run(
        client,
        PUT_SEAT,
        [keys.seats(classId), keys.seatTokens],
        [handle, tokenHash, JSON.stringify(seat), classId],
      ),
    )
  }

  async seatsOf(classId: string): Promise<SeatRecord[]> {
    const kept = await this.#ask(client => client.hVals(keys.seats(classId)))
    return kept.map(seatFrom).sort((a, b) => (a.handle < b.handle ? -1 : 1))
  }

  async seatByHandle(classId: string, handle: string): Promise<SeatRecord | undefined> {
    const kept = await this.#ask(client => client.hGet(keys.seats(classId), handle))
    return kept === null ? undefined : seatFrom(kept)
  }

  async dropSeatsOf(classId: string, personId: string): Promise<void> {
    const kept = await this.#ask(client => client.hGetAll(keys.seats(classId)))
    const gone = Object.values(kept)
      .map(seatFrom)
      .filter(seat => seat.personId === personId)
    for (const { handle, tokenHash } of gone) {
      await this.#ask(client =>
        together(client, keys.seatTokens, [
          ['HDEL', keys.seats(classId), handle],
          ['HDEL', keys.seatTokens, tokenHash],
        ]),
      )
    }
  }

  async seatsWithTokens(tokenHashes: readonly string[]): Promise<SeatRecord[]> {
    if (tokenHashes.length === 0) return []
    const places = await this.#ask(client => client.hmGet(keys.seatTokens, [...tokenHashes]))
    const seats = await Promise.all(
      places.map(async place => {
        if (place === null) return undefined
        const [classId = '', handle = ''] = place.split('\n')
        return this.seatByHandle(classId, handle)
      }),
    )
    return seats
      .filter(seat => seat !== undefined && tokenHashes.includes(seat.tokenHash))
      .filter(seat => seat !== undefined)
      .sort((a, b) => b.at - a.at || (`${a.classId}/${a.handle}` < `${b.classId}/${b.handle}` ? -1 : 1))
  }

  async putScreen(
    screen: ScreenRecord,
    now: number,
  ): Promise<{ ok: true } | { ok: false; kind: 'digits-taken' }> {
    const { tokenHash, classId = '', digits, expiresAt } = screen
    const done = await this.#ask(client =>
      run(client, PUT_SCREEN, SCREEN_KEYS, [tokenHash, classId, digits, String(expiresAt), String(now)]),
    )
    return done === 1 ? { ok: true } : { ok: false, kind: 'digits-taken' }
  }

  async approveScreen(digits: string, classId: string, now: number, expiresAt?: number): Promise<boolean> {
    const ends = expiresAt === undefined ? '' : String(expiresAt)
    const done = await this.#ask(client =>
      run(client, APPROVE_SCREEN, SCREEN_KEYS, [digits, classId, String(now), ends]),
    )
    return done === 1
  }

  async screenByToken(tokenHash: string, now: number): Promise<ScreenRecord | undefined> {
    const [digits, classId, expiresAt] = await this.#ask(client =>
      Promise.all([
        client.hGet(keys.screens, tokenHash),
        client.hGet(keys.screenClasses, tokenHash),
        client.zScore(keys.screenEnds, tokenHash),
      ]),
    )
    if (digits === null || expiresAt === null || now >= expiresAt) return undefined
    return { tokenHash, classId: classId ?? undefined, digits, expiresAt }
  }

  async dropScreensOf(classId: string): Promise<void> {
    const given = await this.#ask(client => client.hGetAll(keys.screenClasses))
    for (const [tokenHash, of] of Object.entries(given)) {
      if (of !== classId) continue
      await this.#ask(client =>
        together(client, keys.screens, [
          ['HDEL', keys.screens, tokenHash],
          ['HDEL', keys.screenClasses, tokenHash],
          ['ZREM', keys.screenEnds, tokenHash],
        ]),
      )
    }
  }

  async kept(): Promise<KeptAccess> {
    const sessions = await this.#all<InstructorSession>(keys.sessions)
    const [settings, links, owners, screens, classes, ends] = await this.#ask(client =>
      Promise.all([
        client.hGetAll(keys.settings),
        client.zRangeWithScores(keys.links, 0, -1),
        client.hGetAll(keys.linkOwners),
        client.hGetAll(keys.screens),
        client.hGetAll(keys.screenClasses),
        client.zRangeWithScores(keys.screenEnds, 0, -1),
      ]),
    )
    return inOrder({
      settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
      links: links.map(({ value: hash, score: expiresAt }) => {
        const instructorId = owners[hash]
        return { hash, expiresAt, ...(instructorId !== undefined && { instructorId }) }
      }),
      sessions,
      screens: ends.flatMap(({ value: tokenHash, score: expiresAt }) => {
        const digits = screens[tokenHash]
        return digits === undefined ? [] : [{ tokenHash, classId: classes[tokenHash], digits, expiresAt }]
      }),
    })
  }

  async dropExpired(now: number): Promise<void> {
    const { links, linkOwners, sessions, sessionEnds } = keys
    await this.#ask(client =>
      run(client, DROP_EXPIRED, [links, sessions, sessionEnds, ...SCREEN_KEYS, linkOwners], [String(now)]),
    )
  }

  async #put(key: string, field: string, value: object): Promise<void> {
    await this.#ask(client => client.hSet(key, field, JSON.stringify(value)))
  }

  async #get<T>(key: string, field: string): Promise<T | undefined> {
    const text = await this.#ask(client => client.hGet(key, field))
    return text === null ? undefined : (JSON.parse(text) as T)
  }

  async #all<T>(key: string): Promise<T[]> {
    const texts = await this.#ask(client => client.hVals(key))
    return texts.map(text => JSON.parse(text) as T)
  }

  #forget(): Promise<void> {
    return forgetOldBytes({ client: this.#client, clock: this.#clock })
  }

  async #ask<T>(ask: (client: RedisClient) => Promise<T>): Promise<T> {
    try {
      return await ask(this.#client)
    } catch (error) {
      throw new StoreUnavailableError(outcomeOf(error), causeOf(error))
    }
  }
}

const SCREEN_KEYS = [keys.screens, keys.screenClasses, keys.screenEnds, keys.digits]

/** Kept as version, space, name: the append function compares versions without reading the rest. */
function nameFrom(personId: string, kept: string): PersonName {
  const space = kept.indexOf(' ')
  const { name, staffNumber } = JSON.parse(kept.slice(space + 1)) as Pick<PersonName, 'name' | 'staffNumber'>
  const nameVersion = Number(kept.slice(0, space))
  return { personId, nameVersion, name, ...(staffNumber !== undefined && { staffNumber }) }
}

const recordFrom = (text: string, closedAt: string | null): ClassRecord => ({
  ...(JSON.parse(text) as ClassRecord),
  ...(closedAt !== null && { closedAt: Number(closedAt) }),
})
