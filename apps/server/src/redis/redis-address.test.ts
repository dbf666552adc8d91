import { expect, test } from 'vitest'
import { hostsOf, redisAddress } from './redis-address.ts'

const node = (host: string, port: number) => ({ host, port })

test.each([
  ['redis://localhost', { kind: 'one', nodes: [node('localhost', 6379)], tls: false, database: 0 }],
  ['rediss://[::1]:7000/3', { kind: 'one', nodes: [node('::1', 7000)], tls: true, database: 3 }],
  ['redis://us%40er:p%2Fw@h', { username: 'us@er', password: 'p/w' }],
  ['redis://:only%3Apassword@h/1', { username: '', password: 'only:password', database: 1 }],
  [
    'redis+sentinel://a,b:1/main/2',
    { kind: 'sentinel', nodes: [node('a', 26_379), node('b', 1)], primary: 'main', database: 2 },
  ],
  [
    'rediss+cluster://user:pw@a:7000,b',
    {
      kind: 'cluster',
      nodes: [node('a', 7000), node('b', 6379)],
      tls: true,
      username: 'user',
      password: 'pw',
    },
  ],
])('[L10] REDIS_URL=%s', (url, address) => {
  expect(redisAddress(url)).toMatchObject(address)
})

test.each([
  'localhost:6379',
  'http://host',
  'redis:/nowhere',
  'redis://',
  'redis://a,b',
  'redis://host:99999',
  'redis://host/one',
  'redis://host/0/1',
  'redis://%zz@host',
  'redis+sentinel://a',
  'redis+sentinel://a/',
  'redis+cluster://a/1',
  'redis+cluster://a,,b',
  'redis+other://a',
])('[L10] REDIS_URL=%s is no address', url => {
  expect(redisAddress(url)).toBeUndefined()
})

test('[L10] where it leads is said without who asks', () => {
  const address = redisAddress('redis+cluster://user:secret@a,[::1]:7000')
  expect(address === undefined ? '' : hostsOf(address)).toBe('a:6379,[::1]:7000')
})
