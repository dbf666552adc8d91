import { gzipSync } from 'node:zlib'
import { http, LIMITS } from '@evenkeel/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StoreUnavailableError } from '../journal/port.ts'
import { type Answer, AppUnderTest, PASSCODE, type Sending } from './app-under-test.ts'

let app: AppUnderTest
beforeAll(async () => {
  app = await AppUnderTest.start()
})
afterAll(() => app.close())

const json = { 'content-type': 'application/json' }
const good = { name: 'Ana', passcode: PASSCODE }
const signIn = (sending: Sending) => app.send('/api/sign-in', { method: 'POST', headers: json, ...sending })

function expectRefusal(answer: Answer, status: number, kind: string): void {
  expect(http.httpRefusal.parse(answer.body).kind).toBe(kind)
  expect(answer.status).toBe(status)
  expect(answer.cookies).toEqual([])
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
}

describe('bodies that are refused', () => {
  test('at the limit it is read, one byte over it is too large', async () => {
    const fill = (size: number) => {
      const body = JSON.stringify({ ...good, pad: '' })
      return body.replace('"pad":""', `"pad":"${'x'.repeat(size - body.length)}"`)
    }
    expectRefusal(await signIn({ body: fill(LIMITS.httpBody) }), 400, 'bad-message')
    const over = await signIn({ body: fill(LIMITS.httpBody + 1) })
    expectRefusal(over, 413, 'too-large')
    expect(over.headers.connection).toBe('close')
  })

  test('one that only announces its size is refused before it comes', async () => {
    const answer = await signIn({ headers: { ...json, 'content-length': '999999999' }, body: '{' })
    expectRefusal(answer, 413, 'too-large')
  })

  test.each(['{', '', 'nul', '"text"', '[', '1', '{"name":"x"', '\u0000'])('unparsable: %j', async body => {
    expectRefusal(await signIn({ body }), 400, 'bad-message')
  })

  test.each(['gzip', 'deflate', 'br'])('compressed as %s, never decompressed', async encoding => {
    const bomb = gzipSync(Buffer.alloc(10_000_000))
    const headers = { ...json, 'content-encoding': encoding }
    expectRefusal(await signIn({ headers, body: bomb }), 415, 'bad-message')
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
  ])('of type %s', async type => {
    const answer = await signIn({ headers: { 'content-type': type }, body: JSON.stringify(good) })
    expectRefusal(answer, 415, 'bad-message')
  })

  test('without a type, or in an unknown character set', async () => {
    expectRefusal(await signIn({ headers: {}, body: JSON.stringify(good) }), 415, 'bad-message')
    const headers = { 'content-type': 'application/json; charset=ebcdic' }
    expectRefusal(await signIn({ headers, body: JSON.stringify(good) }), 415, 'bad-message')
  })

  const shapes: [string, string][] = [
    ['nothing', '{}'],
    ['a list', '[]'],
    ['null for a text', '{"name":null,"passcode":"x"}'],
    ['a number for a text', '{"name":1,"passcode":"x"}'],
    ['a list for a text', '{"name":["x"],"passcode":"x"}'],
    ['an extra field', JSON.stringify({ ...good, owner: true })],
    ['__proto__', `{"name":"Ana","passcode":"${PASSCODE}","__proto__":{"owner":true}}`],
    ['constructor', `{"name":"Ana","passcode":"${PASSCODE}","constructor":{"prototype":{"owner":true}}}`],
    ['fields in __proto__ alone', `{"__proto__":{"name":"Ana","passcode":"${PASSCODE}"}}`],
    ['deep nesting', `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`],
  ]
  test.each(shapes)('the wrong shape: %s', async (_what, body) => {
    expectRefusal(await signIn({ body }), 400, 'bad-message')
    expect(Object.prototype).not.toHaveProperty('owner')
  })

  const posts: [string, object][] = [
    ['/api/me', { name: 'x', id: 'y' }],
    ['/api/sign-out', { all: true }],
    ['/api/classes', { title: 'x', minutes: 90, kind: 'practice', place: 'same-room', classId: 'mine' }],
    ['/api/classes', { title: 'x', minutes: 90.5, kind: 'practice', place: 'same-room' }],
    ['/api/classes', { title: 'x', minutes: 90, kind: 'exam', place: 'same-room' }],
    ['/api/join', { code: 'BBBBBB', name: 'x', request: 'request-1', person: 'p1' }],
    ['/api/join', { code: 'BBBBBB', name: 'x', request: 'short' }],
    ['/api/join', { code: 'BBBBBB', name: 'x', request: 'with spaces in it' }],
    ['/api/join', { code: 'B'.repeat(41), name: 'x', request: 'request-1' }],
    ['/api/rename', { class: 'c', seat: 's', name: 'x', person: 'p1' }],
    ['/api/rename', { class: 'c'.repeat(65), seat: 's', name: 'x' }],
    ['/api/screens', { digits: '0000' }],
    ['/api/classes/c-1/screens', { digits: 1234 }],
  ]
  test.each(posts)('%s %j', async (path, body) => {
    const answer = await app.send(path, { method: 'POST', headers: json, body: JSON.stringify(body) })
    expectRefusal(answer, 400, 'bad-message')
  })
})

describe('addresses that lead nowhere', () => {
  test.each([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/nothing'],
    ['GET', '/api/sign-in'],
    ['POST', '/api/codes/BBBBBB'],
    ['PUT', '/api/classes'],
    ['DELETE', '/api/me'],
  ])('%s %s', async (method, path) => {
    expectRefusal(await app.send(path, { method }), 404, 'unknown')
  })

  test('an address that can not be decoded', async () => {
    expectRefusal(await app.send('/api/codes/%E0%A4%A'), 400, 'bad-message')
  })

  test('outside the api a page says so', async () => {
    const answer = await app.send('/nowhere')
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.text).toContain('There is no such page')
  })
})

test('a body of unknown length is counted as it comes', async () => {
  const headers = { ...json, 'transfer-encoding': 'chunked' }
  expectRefusal(await signIn({ headers, body: `"${'x'.repeat(LIMITS.httpBody)}"` }), 413, 'too-large')
})

describe('what goes wrong on the server', () => {
  const failing = (thrown: unknown) =>
    AppUnderTest.start({
      wrapClasses: classes =>
        Object.assign(Object.create(classes), {
          open: () => Promise.reject(thrown),
          join: classes.join,
        }),
    })
  const choice = { title: 'x', minutes: 90, kind: 'practice', place: 'same-room' }

  test('a store that can not save is said as such', async () => {
    const broken = await failing(new StoreUnavailableError('not-written', 'disk full'))
    const answer = await (await broken.instructor()).post('/api/classes', choice)
    expectRefusal(answer, 503, 'cannot-save')
    expect(answer.text).not.toContain('disk full')
    await broken.close()
  })

  test('a bug is answered without its message, which is not logged either', async () => {
    const broken = await failing(new TypeError('CANARY the name was Ada'))
    const answer = await (await broken.instructor()).post('/api/classes', choice)
    expectRefusal(answer, 500, 'cannot-save')
    expect(broken.logged.at(-1)).toContain('a request failed {"error":"TypeError"')
    expect(JSON.stringify([answer, broken.logged])).not.toContain('CANARY')
    await broken.close()
  })
})
