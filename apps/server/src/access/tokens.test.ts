import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashToken, isToken, newToken, sameHash } from './tokens.ts'

test('a token has 128 bits in 22 characters that need no escaping', () => {
  const tokens = Array.from({ length: 100 }, () => newToken(randomBytes))
  expect(new Set(tokens).size).toBe(100)
  for (const token of tokens) expect(isToken(token)).toBe(true)
  expect(newToken(count => Buffer.alloc(count, 255))).toBe('_____________________w')
})

test('what is no token is not looked up', () => {
  for (const text of [undefined, '', 'x', 'A'.repeat(23), `${'A'.repeat(21)}=`])
    expect(isToken(text)).toBe(false)
})

test('its hash is SHA-256', () => {
  expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
})

test('hashes are compared whole', () => {
  expect(sameHash('abc', 'abc')).toBe(true)
  expect(sameHash('abc', 'abd')).toBe(false)
  expect(sameHash('abc', 'abcd')).toBe(false)
})
