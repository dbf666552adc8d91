import { describe, expect, test } from 'vitest'
import { originAllowed, overHttps, requestHost } from './origin.ts'

describe('an origin', () => {
  const host = '192.168.1.20:3000'
  const publicUrl = 'https://class.example.org/'

  test.each([
    ['http://192.168.1.20:3000', host, undefined],
    ['HTTP://192.168.1.20:3000', host, undefined],
    ['http://classroom.local', 'Classroom.Local:80', undefined],
    ['https://class.example.org', 'class.example.org', publicUrl],
    ['https://class.example.org', '10.0.0.5:3000', publicUrl],
    ['http://[::1]:3000', '[::1]:3000', undefined],
    [undefined, host, undefined],
    [undefined, undefined, undefined],
  ])('%s to %s is allowed', (origin, to, url) => {
    expect(originAllowed({ origin, host: to }, url)).toBe(true)
  })

  test.each([
    ['http://192.168.1.20', host, undefined],
    ['http://192.168.1.20:3001', host, undefined],
    ['http://192.168.1.20:3000.evil.example', host, undefined],
    ['http://192.168.1.20:3000@evil.example', host, undefined],
    ['https://evil.example', host, publicUrl],
    ['https://class.example.org.evil.example', 'class.example.org', publicUrl],
    ['null', host, publicUrl],
    ['null', 'null', publicUrl],
    ['', host, publicUrl],
    ['file://', host, publicUrl],
    ['http://a', undefined, undefined],
  ])('%j to %s is foreign', (origin, to, url) => {
    expect(originAllowed({ origin, host: to }, url)).toBe(false)
  })
})

test.each([
  ['example.org', 'example.org'],
  ['Example.org:80', 'example.org'],
  ['[::1]:3000', '[::1]:3000'],
  ["x; script-src 'unsafe-inline'", undefined],
  ['a/b', undefined],
  ['a@b', undefined],
  ['', undefined],
  [undefined, undefined],
])('the host %j is %s', (host, plain) => {
  expect(requestHost(host)).toBe(plain)
})

describe('https', () => {
  test.each([
    ['class.example.org', 'https://class.example.org', true],
    ['class.example.org:443', 'https://class.example.org/', true],
    ['class.example.org:8443', 'https://class.example.org:8443', true],
    ['CLASS.example.org', 'HTTPS://class.example.org', true],
    ['class.example.org', 'http://class.example.org', false],
    ['192.168.1.20:3000', 'https://class.example.org', false],
    ['class.example.org', undefined, false],
    [undefined, 'https://class.example.org', false],
  ])('%s under %s: %s', (host, publicUrl, expected) => {
    expect(overHttps(host, publicUrl)).toBe(expected)
  })
})
