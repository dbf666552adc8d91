import { makeCode } from '../access/codes.ts'
import type { ClassRecord } from '../people/port.ts'
import type { HttpParts } from './parts.ts'

/** Codes are so many that a second try is hardly ever needed. */
const MOST_TRIES = 20

/** Notes a class that was opened, under a code that is free. Undefined: there is none. */
export async function registerClass(
  { people, random }: Pick<HttpParts, 'people' | 'random'>,
  of: Omit<ClassRecord, 'code'>,
): Promise<ClassRecord | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const record = { ...of, code: makeCode(random) }
    if ((await people.putClass(record)).ok) return record
  }
  return undefined
}
