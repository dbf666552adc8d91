import { parse, serialize } from 'cookie'
import type { People } from '../people/port.ts'
import type { RandomBytes } from './tokens.ts'

/** Cookies ignore ports: two deployments on one machine would overwrite each other's without a name of their own. */
export interface CookieNames {
  readonly instructor: string
  readonly screen: string
  /** A device that asks for a seat which another one has. */
  readonly claim: string
  /** One for each seat, so that one browser can hold several. */
  seat(handle: string): string
  /** Every seat cookie in a browser's header, by handle. */
  seatsIn(header: string | undefined): ReadonlyMap<string, string>
}

/** The deployment's own part of its cookies' names: made at the first start, then kept. */
export async function deploymentName(
  people: Pick<People, 'setting' | 'claimSetting'>,
  random: RandomBytes,
): Promise<string> {
  const kept = await people.setting('cookie-name')
  if (kept !== undefined) return kept
  return people.claimSetting('cookie-name', random(4).toString('hex'))
}

export function cookieNames(deployment: string): CookieNames {
  const own = `ek_${deployment}_`
  const seats = `${own}seat_`
  return {
    instructor: `${own}instructor`,
    screen: `${own}screen`,
    claim: `${own}claim`,
    seat: handle => seats + handle,
    seatsIn(header) {
      const found = Object.entries(parse(header ?? '')).flatMap(([name, value]): [string, string][] =>
        name.startsWith(seats) && value !== undefined ? [[name.slice(seats.length), value]] : [],
      )
      return new Map(found)
    },
  }
}

export const readCookie = (header: string | undefined, name: string): string | undefined =>
  parse(header ?? '')[name]

/** A `Set-Cookie` value. `secure` only over https: a browser drops such a cookie on a classroom's plain http. */
export function writeCookie(name: string, value: string, maxAgeMs: number, secure: boolean): string {
  const maxAge = Math.floor(maxAgeMs / 1000)
  return serialize(name, value, { httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure })
}

export const clearCookie = (name: string, secure: boolean): string => writeCookie(name, '', 0, secure)
