import { expect, test } from 'vitest'
import { z } from 'zod'
import { everySchema, schemaHash } from './testing/schema-hash.ts'
import { PROTOCOL_VERSION } from './version.ts'

/** The hash of the schemas of each version that there ever was. Old lines stay as they are. */
const HASHES: Readonly<Record<number, string>> = {
  1: '6d66dd521b3e89fff6deed80ad2222871861769762d4210776f3c04715f3ed4f',
  2: 'b973a520f5a3df6d9801ff7aa4d10ff71e1bfdfa42e95a5586bdbd8adc6a3a46',
  3: '2cd432043d0385cede49d00bcde5368d9009d907f88713d547ee98a85e4eb4b1',
}

test('the schemas are those of their version', () => {
  expect(
    schemaHash(),
    'A schema has changed. Raise PROTOCOL_VERSION in version.ts by one, add a line with the new hash to HASHES ' +
      'here, and describe the change in docs/PROTOCOL.md. Never change the hash of a version that was released.',
  ).toBe(HASHES[PROTOCOL_VERSION])
})

test('the newest version is the current one, and no two are the same', () => {
  expect(Object.keys(HASHES).map(Number)).toEqual(
    Array.from({ length: PROTOCOL_VERSION }, (_, index) => index + 1),
  )
  expect(new Set(Object.values(HASHES)).size).toBe(PROTOCOL_VERSION)
})

test('the hash hears of a field, a bound and an optional field, and not of the order of fields', () => {
  const hash = (schema: z.ZodType) => schemaHash({ ...everySchema, schema })
  const base = hash(z.strictObject({ a: z.string().max(3), b: z.int() }))
  expect(hash(z.strictObject({ b: z.int(), a: z.string().max(3) }))).toBe(base)
  expect(hash(z.strictObject({ a: z.string().max(4), b: z.int() }))).not.toBe(base)
  expect(hash(z.strictObject({ a: z.string().max(3), b: z.int().exactOptional() }))).not.toBe(base)
  expect(hash(z.strictObject({ a: z.string().max(3), b: z.int(), c: z.int() }))).not.toBe(base)
})
