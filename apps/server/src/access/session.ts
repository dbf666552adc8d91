import type { PersonId } from '@evenkeel/classroom'
import type { People, ScreenRecord, SeatRecord } from '../people/port.ts'
import { type CookieNames, readCookie } from './cookies.ts'
import { hashToken, isToken, sameHash } from './tokens.ts'

/** Who is this? Answered from the Cookie header alone, for a request and for a socket's handshake alike. */
export interface Sessions {
  /** The person whose seat this browser holds. Whether they may still act is for the class to say. */
  seatOf(
    cookies: string | undefined,
    classId: string,
    handle: string,
  ): Promise<{ person: PersonId } | undefined>
  /** Every seat that this browser holds, newest first, in this class or in all. */
  seatsOf(cookies: string | undefined, classId?: string): Promise<readonly SeatRecord[]>
  instructorOf(cookies: string | undefined): Promise<{ id: string; name: string; owner: boolean } | undefined>
  /** The class of an approved screen, as long as that class is open. */
  screenOf(cookies: string | undefined): Promise<{ classId: string } | undefined>
  /** The screen itself, also while it waits for an instructor. */
  screenRecordOf(cookies: string | undefined): Promise<ScreenRecord | undefined>
  /** The hash of the token that this browser has for a seat, whether it is good or not. */
  seatTokenOf(cookies: string | undefined, handle: string): string | undefined
  /** The browser had this seat, and another device has it now. */
  seatMoved(cookies: string | undefined, classId: string, handle: string): Promise<boolean>
  /** Hashes of the tokens that this browser holds, whether they are good or not. They never leave the server. */
  tokensOf(cookies: string | undefined): { session: string | undefined; screen: string | undefined }
}

export function createSessions(parts: {
  people: People
  clock: { now(): number }
  names: CookieNames
}): Sessions {
  const { people, clock, names } = parts

  async function screenRecordOf(cookies: string | undefined) {
    const token = readCookie(cookies, names.screen)
    return isToken(token) ? people.screenByToken(hashToken(token), clock.now()) : undefined
  }

  return {
    async seatOf(cookies, classId, handle) {
      const token = names.seatsIn(cookies).get(handle)
      if (!isToken(token)) return undefined
      const seat = await people.seatByHandle(classId, handle)
      return seat !== undefined && sameHash(seat.tokenHash, hashToken(token))
        ? { person: seat.personId }
        : undefined
    },

    async seatsOf(cookies, classId) {
      const held = names.seatsIn(cookies)
      const hashes = [...held.values()].filter(isToken).map(hashToken)
      if (hashes.length === 0) return []
      const seats = await people.seatsWithTokens(hashes)
      return seats.filter(seat => {
        const token = held.get(seat.handle)
        const own = token !== undefined && sameHash(seat.tokenHash, hashToken(token))
        return own && (classId === undefined || seat.classId === classId)
      })
    },

    async instructorOf(cookies) {
      const token = readCookie(cookies, names.instructor)
      if (!isToken(token)) return undefined
      const session = await people.sessionOf(hashToken(token), clock.now())
      if (session === undefined) return undefined
      const known = await people.instructors()
      const found = known.find(({ instructorId }) => instructorId === session.instructorId)
      return found && { id: found.instructorId, name: found.name, owner: found.owner }
    },

    screenRecordOf,

    seatTokenOf(cookies, handle) {
      const token = names.seatsIn(cookies).get(handle)
      return isToken(token) ? hashToken(token) : undefined
    },

    async seatMoved(cookies, classId, handle) {
      const token = names.seatsIn(cookies).get(handle)
      const seat = isToken(token) ? await people.seatByHandle(classId, handle) : undefined
      return seat !== undefined && token !== undefined && !sameHash(seat.tokenHash, hashToken(token))
    },

    tokensOf(cookies) {
      const hashOf = (name: string) => {
        const token = readCookie(cookies, name)
        return isToken(token) ? hashToken(token) : undefined
      }
      return { session: hashOf(names.instructor), screen: hashOf(names.screen) }
    },

    async screenOf(cookies) {
      const classId = (await screenRecordOf(cookies))?.classId
      if (classId === undefined) return undefined
      const record = await people.classOf(classId)
      return record === undefined || record.closedAt !== undefined ? undefined : { classId }
    },
  }
}
