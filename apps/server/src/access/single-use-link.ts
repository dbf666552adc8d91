import type { People } from '../people/port.ts'
import { hashToken, isToken, newToken, type RandomBytes } from './tokens.ts'

export const LINK_GOOD_FOR_MS = 24 * 60 * 60 * 1000

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

/** True for the first who comes with it in time, for nobody afterwards. */
export async function takeLink(
  people: Pick<People, 'takeLink'>,
  token: string,
  now: number,
): Promise<boolean> {
  return isToken(token) && (await people.takeLink(hashToken(token), now))
}
