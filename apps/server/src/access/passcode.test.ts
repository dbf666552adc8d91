import { describe, expect, test } from 'vitest'
import { seededBytes } from '../http/app-under-test.ts'
import { MemoryPeople } from '../people/memory.ts'
import { hashPasscode, preparePasscode, verifyPasscode } from './passcode.ts'

const QUICK = { logN: 4, r: 1, p: 1 }
const parts = (people = new MemoryPeople(), seed = 'passcode') => ({
  people,
  random: seededBytes(seed),
  cost: QUICK,
})

describe('the hash', () => {
  test('holds its parameters and a salt, and never the passcode', async () => {
    const random = seededBytes('salt')
    const [one, two] = [await hashPasscode('open sesame', random), await hashPasscode('open sesame', random)]
    expect(one).toMatch(/^scrypt:15:8:1:[\w-]{22}:[\w-]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPasscode('open sesame', one)).toBe(true)
    expect(await verifyPasscode('open sesamE', one)).toBe(false)
  })

  test('one of other parameters is still understood', async () => {
    expect(
      await verifyPasscode('x', await hashPasscode('x', seededBytes('a'), { logN: 5, r: 2, p: 2 })),
    ).toBe(true)
  })

  test.each(['', 'x', 'scrypt:4:1:1::', 'scrypt:4:1:1:short:short', 'plain:text'])(
    'a stored %j matches nothing',
    async stored => {
      expect(await verifyPasscode('', stored)).toBe(false)
      expect(await verifyPasscode(stored, stored)).toBe(false)
    },
  )
})

describe('from the environment', () => {
  test('counts at each start, is never stored and never shown', async () => {
    const people = new MemoryPeople()
    const passcode = await preparePasscode({ ...parts(people), fromEnvironment: 'Straße 9' })
    expect(passcode.made).toBeUndefined()
    expect(await passcode.matches(' Straße 9\n')).toBe(true)
    expect(await passcode.matches('Strasse 9')).toBe(false)
    expect(await passcode.matches('STRASSE9')).toBe(false)
    expect(await people.setting('passcode')).toBeUndefined()
  })

  test('goes before one that was made earlier', async () => {
    const people = new MemoryPeople()
    const { made = '' } = await preparePasscode(parts(people))
    const set = await preparePasscode({ ...parts(people), fromEnvironment: 'chosen' })
    expect(await set.matches('chosen')).toBe(true)
    expect(await set.matches(made)).toBe(false)
  })
})

describe('made at the first start', () => {
  test('is shown once, stored hashed, and works from then on', async () => {
    const people = new MemoryPeople()
    const first = await preparePasscode(parts(people))
    expect(first.made).toMatch(/^([bcdfghjklmnpqrstvwxz3479]{4}-){2}[bcdfghjklmnpqrstvwxz3479]{4}$/)
    const made = first.made ?? ''
    expect(await people.setting('passcode')).toMatch(/^scrypt:/)
    const second = await preparePasscode(parts(people, 'later'))
    expect(second.made).toBeUndefined()
    for (const passcode of [first, second]) {
      expect(await passcode.matches(made)).toBe(true)
      expect(await passcode.matches(made.toUpperCase().replaceAll('-', ' '))).toBe(true)
      expect(await passcode.matches(made.slice(1))).toBe(false)
      expect(await passcode.matches('')).toBe(false)
    }
  })
})
