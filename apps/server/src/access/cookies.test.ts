import { describe, expect, test } from 'vitest'
import { seededBytes } from '../http/app-under-test.ts'
import { MemoryPeople } from '../people/memory.ts'
import { clearCookie, cookieNames, deploymentName, readCookie, writeCookie } from './cookies.ts'

describe('names', () => {
  test('belong to the deployment and stay', async () => {
    const people = new MemoryPeople()
    const made = await deploymentName(people, seededBytes('one'))
    expect(made).toMatch(/^[0-9a-f]{8}$/)
    expect(await deploymentName(people, seededBytes('two'))).toBe(made)
    expect(await deploymentName(new MemoryPeople(), seededBytes('two'))).not.toBe(made)
  })

  test('two deployments on one machine do not see each other’s seats', () => {
    const [one, two] = [cookieNames('aaaa'), cookieNames('bbbb')]
    const header = `${one.seat('s1')}=t1; ${two.seat('s2')}=t2; ${one.instructor}=i; theme=dark`
    expect([...one.seatsIn(header)]).toEqual([['s1', 't1']])
    expect([...two.seatsIn(header)]).toEqual([['s2', 't2']])
  })

  test.each([undefined, '', ';;;', '=', '__proto__=x', 'a', '\u0000'])(
    'the header %j holds no seat',
    header => {
      expect(cookieNames('aaaa').seatsIn(header).size).toBe(0)
      expect(readCookie(header, 'ek_aaaa_instructor')).toBeUndefined()
    },
  )
})

describe('Set-Cookie', () => {
  test('exactly', () => {
    expect(writeCookie('n', 'v', 60_000, false)).toBe('n=v; Max-Age=60; Path=/; HttpOnly; SameSite=Lax')
    expect(writeCookie('n', 'v', 60_000, true)).toBe(
      'n=v; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
    )
    expect(clearCookie('n', false)).toBe('n=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
  })
})
