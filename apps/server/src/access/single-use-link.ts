import type { People, SignInLink } from '../people/port.ts'
import { hashToken, isToken, newToken, type RandomBytes } from './tokens.ts'

export const LINK_GOOD_FOR_MS = 24 * 60 * 60 * 1000
/** It is shown on a screen, where others may photograph it. */
export const REMOTE_LINK_GOOD_FOR_MS = 5 * 60 * 1000

/** Makes a link that lets one browser in as the owner, once, within a day. Gives its path: `/in/` and a token. */
export async function makeLink(
  people: Pick<People, 'putLink'>,
  random: RandomBytes,
  now: number,
): Promise<string> {
  const token = newToken(random)
  await people.putLink(hashToken(token), now + LINK_GOOD_FOR_MS)
  return `/in/${token}`
}

/** Makes a link that lets an instructor's phone in, once, within five minutes. Gives its path and its end. */
export async function makeRemoteLink(
  people: Pick<People, 'putLink'>,
  random: RandomBytes,
  given: { instructorId: string; classId: string; now: number },
): Promise<{ path: string; endsAt: number }> {
  const token = newToken(random)
  const endsAt = given.now + REMOTE_LINK_GOOD_FOR_MS
  await people.putLink(hashToken(token), endsAt, given.instructorId)
  return { path: `/in/${token}?class=${encodeURIComponent(given.classId)}`, endsAt }
}

/** Whom it lets in, for the first who comes with it in time; nothing for anybody afterwards. */
export async function takeLink(
  people: Pick<People, 'takeLink'>,
  token: string,
  now: number,
): Promise<SignInLink | undefined> {
  return isToken(token) ? people.takeLink(hashToken(token), now) : undefined
}
