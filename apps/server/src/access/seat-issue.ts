import { createHmac } from 'node:crypto'
import type { PersonId } from '@evenkeel/classroom'
import type { People } from '../people/port.ts'
import { hashToken, type RandomBytes } from './tokens.ts'

export const SEAT_GOOD_FOR_MS = 30 * 24 * 60 * 60 * 1000
/** So long may the answer to a join be asked for again without the cookie that it carried. */
export const ANSWER_REPEATED_FOR_MS = 10 * 60 * 1000

export interface SeatIssue {
  /** `token` is for the cookie only. Undefined: this request was answered too long ago to be answered again. */
  issue(
    classId: string,
    person: PersonId,
    request: string,
  ): Promise<{ handle: string; token: string } | undefined>
  /** The handle that a request gets or has got. */
  handleFor(classId: string, request: string): string
}

/**
 * Gives out seats so that the same join request, sent again because its answer was lost, gets the same seat.
 *
 * The handle is made from the request under a key of the deployment: it is public, and without the key nobody can look
 * for a request that hits somebody else's handle. The token is made from it under a key that only this process has and
 * never stores: the two answers to one request that was sent twice carry the same token, so it does not matter which of
 * them the browser takes in last. After a restart the token is another one, and the new one counts.
 */
export async function createSeatIssue(parts: {
  people: Pick<People, 'setting' | 'claimSetting' | 'putSeat' | 'seatByHandle'>
  clock: { now(): number }
  random: RandomBytes
}): Promise<SeatIssue> {
  const { people, clock, random } = parts
  const handleKey = await handleKeyOf(people, random)
  const tokenKey = random(32)

  const handleFor = (classId: string, request: string) =>
    createHmac('sha256', handleKey)
      .update(`${classId} ${request}`)
      .digest()
      .subarray(0, 6)
      .toString('base64url')

  return {
    handleFor,
    async issue(classId, person, request) {
      const handle = handleFor(classId, request)
      const token = createHmac('sha256', tokenKey)
        .update(`${classId} ${handle} ${request}`)
        .digest()
        .subarray(0, 16)
        .toString('base64url')
      const before = await people.seatByHandle(classId, handle)
      if (before !== undefined) {
        if (before.personId !== person) throw new Error('one join request gave two people')
        if (clock.now() >= before.at + ANSWER_REPEATED_FOR_MS) return undefined
      }
      const at = before?.at ?? clock.now()
      await people.putSeat({ handle, classId, personId: person, tokenHash: hashToken(token), at })
      return { handle, token }
    },
  }
}

async function handleKeyOf(
  people: Pick<People, 'setting' | 'claimSetting'>,
  random: RandomBytes,
): Promise<string> {
  const kept = await people.setting('seat-key')
  if (kept !== undefined) return kept
  return people.claimSetting('seat-key', random(32).toString('base64url'))
}
