import { scrypt } from 'node:crypto'
import type { People } from '../people/port.ts'
import { foldLookAlikes, makeLetters } from './codes.ts'
import { type RandomBytes, sameHash } from './tokens.ts'

/** scrypt's parameters: 2^logN rounds, r blocks, p lanes. They are stored with each hash, so they can grow later. */
export interface ScryptCost {
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** 32 MB and well under 0.1 s for one try on an ordinary machine. */
const COST: ScryptCost = { logN: 15, r: 8, p: 1 }
const STORED = /^scrypt:(\d{1,2}):(\d{1,2}):(\d{1,2}):([\w-]{22}):([\w-]{43})$/

function derive(passcode: string, salt: Buffer, { logN, r, p }: ScryptCost): Promise<string> {
  const options = { N: 2 ** logN, r, p, maxmem: 2 ** logN * r * 256 }
  return new Promise((resolve, reject) => {
    scrypt(passcode, salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key.toString('base64url')),
    )
  })
}

/** `scrypt:logN:r:p:salt:hash`, salt and hash as base64url. */
export async function hashPasscode(passcode: string, random: RandomBytes, cost = COST): Promise<string> {
  const salt = random(16)
  const hash = await derive(passcode, salt, cost)
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), hash].join(':')
}

/** False also for a stored text that is no hash. */
export async function verifyPasscode(passcode: string, stored: string): Promise<boolean> {
  const [, logN, r, p, salt, hash] = STORED.exec(stored) ?? []
  if (salt === undefined || hash === undefined) return false
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) }
  return sameHash(await derive(passcode, Buffer.from(salt, 'base64url'), cost), hash)
}

export interface Passcode {
  matches(typed: string): Promise<boolean>
  /** The passcode in clear, only at the start that made it: it is shown once and then known to nobody but its reader. */
  readonly made: string | undefined
}

const SETTING = 'passcode'
const tidy = (typed: string) => typed.normalize('NFKC').trim()

/**
 * The deployment's passcode: the one from the environment, else the one that the first start made. One that was made has
 * twelve letters of the codes' alphabet (55 bits), shown as `kmtr-7xqd-bw4h`, and may be typed anyhow.
 */
export async function preparePasscode(parts: {
  people: Pick<People, 'setting' | 'claimSetting'>
  random: RandomBytes
  fromEnvironment?: string | undefined
  cost?: ScryptCost | undefined
}): Promise<Passcode> {
  const { people, random, fromEnvironment, cost } = parts
  if (fromEnvironment !== undefined) {
    const hash = await hashPasscode(tidy(fromEnvironment), random, cost)
    return { matches: typed => verifyPasscode(tidy(typed), hash), made: undefined }
  }
  const matching = (hash: string) => (typed: string) => verifyPasscode(foldLookAlikes(typed), hash)
  const stored = await people.setting(SETTING)
  if (stored !== undefined) return { matches: matching(stored), made: undefined }
  const letters = makeLetters(random, 12)
  const hash = await hashPasscode(letters, random, cost)
  // Another server may have begun in the same moment: the one that was first shows its passcode.
  const claimed = await people.claimSetting(SETTING, hash)
  if (claimed !== hash) return { matches: matching(claimed), made: undefined }
  const made = [0, 4, 8].map(from => letters.slice(from, from + 4).toLowerCase()).join('-')
  return { matches: matching(hash), made }
}
