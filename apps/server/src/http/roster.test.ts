import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppUnderTest, type Browser } from './app-under-test.ts'

let app: AppUnderTest
let ana: Browser
let opened: { class: string; code: string }
beforeEach(async () => {
  app = await AppUnderTest.start()
  ana = await app.instructor('Ana')
  opened = await app.openClass(ana)
})
afterEach(() => app.close())

const expected = [{ name: 'Sam', staffNumber: '0042' }, { name: 'Kim' }, { name: 'Kim', staffNumber: '7' }]
const address = () => `/api/classes/${opened.class}/roster`
const put = (browser: Browser, body: object) =>
  browser.send(address(), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const offered = async () =>
  http.codeAnswer.parse((await app.browser().get(`/api/codes/${opened.code}`)).body).names
let requests = 0
const join = async (name: string, more: object = {}) => {
  const body = { code: opened.code, name, request: `roster-${requests++}-x`, ...more }
  return http.joined.parse((await app.browser().post('/api/join', body)).body).person
}

describe('a roster', () => {
  test('is kept, tidied, and read again by its instructor', async () => {
    expect((await ana.get(address())).body).toEqual({ people: [], shown: false })
    const answer = await put(ana, { people: [{ name: '  Sam\n', staffNumber: '' }], shown: true })
    expect(answer.body).toEqual({ people: [{ name: 'Sam' }], shown: true })
    expect((await ana.get(address())).body).toEqual(answer.body)
  })

  test('is for the instructor of the class alone', async () => {
    await put(ana, { people: expected, shown: true })
    const ben = await app.instructor('Ben')
    for (const [browser, status] of [
      [app.browser(), 401],
      [ben, 403],
    ] as const) {
      expect((await browser.get(address())).status).toBe(status)
      expect((await put(browser, { people: [], shown: true })).status).toBe(status)
    }
    expect((await ana.get(address())).body).toEqual({ people: expected, shown: true })
  })

  test('refuses an empty name, a long one, too many, and a class that is over, in words', async () => {
    const say = async (body: object) => (await put(ana, body)).body
    expect(await say({ people: [{ name: 'Sam' }, { name: ' \u200b ' }], shown: true })).toMatchObject({
      kind: 'invalid',
      say: "Name 2 can't be empty.",
    })
    expect(await say({ people: [{ name: 'x'.repeat(61) }], shown: true })).toMatchObject({ kind: 'invalid' })
    expect(
      await say({ people: Array.from({ length: 201 }, () => ({ name: 'x' })), shown: true }),
    ).toMatchObject({
      kind: 'invalid',
      say: 'A roster can have at most 200 names, each of at most 60 characters.',
    })
    await app.people.closeClass(opened.class, app.clock.time)
    expect(await say({ people: expected, shown: true })).toMatchObject({ kind: 'closed' })
    expect((await ana.get(address())).body).toEqual({ people: [], shown: false })
  })
})

describe('who has the code', () => {
  test('reads names only if the instructor shows them, and never a staff number', async () => {
    await put(ana, { people: expected, shown: false })
    expect(await offered()).toEqual([])
    await put(ana, { people: expected, shown: true })
    const answer = await app.browser().get(`/api/codes/${opened.code}`)
    expect(http.codeAnswer.parse(answer.body).names).toEqual(['Sam', 'Kim', 'Kim'])
    expect(answer.text).not.toContain('0042')
  })

  test('is offered nobody who is here already, and nobody at all once the class is locked', async () => {
    await put(ana, { people: expected, shown: true })
    const kim = await join('kim')
    expect(await offered()).toEqual(['Sam', 'Kim'])
    app.classes.person(opened.class, kim).standing = 'removed'
    expect(await offered()).toEqual(['Sam', 'Kim', 'Kim'])
    app.classes.of(opened.class).locked = true
    expect(await offered()).toEqual([])
  })

  test('gets the staff number that belongs to the name, if it is clear and they gave none', async () => {
    await put(ana, { people: expected, shown: false })
    const numberOf = (person: string) => app.classes.person(opened.class, person).staffNumber
    expect(numberOf(await join('SAM'))).toBe('0042')
    expect(numberOf(await join('Sam', { staffNumber: '9' }))).toBe('9')
    expect(numberOf(await join('Kim'))).toBeUndefined()
    expect(numberOf(await join('Eve'))).toBeUndefined()
  })
})

describe('a name that an instructor corrects', () => {
  test('is kept for somebody who is in the class, and refused in words for anybody else', async () => {
    const person = await join('Smm')
    const names = `/api/classes/${opened.class}/names`
    expect((await ana.post(names, { person, name: ' Sam ' })).status).toBe(200)
    expect((await ana.post(names, { person, name: ' \u200b ' })).body).toMatchObject({
      kind: 'invalid',
      say: "A name can't be empty.",
    })
    expect((await ana.post(names, { person: 'p99', name: 'Sam' })).body).toMatchObject({ kind: 'gone' })
    const ben = await app.instructor('Ben')
    expect((await ben.post(names, { person, name: 'Ben' })).status).toBe(403)
    expect((await app.browser().post(names, { person, name: 'Ben' })).status).toBe(401)
  })
})

describe('bad lists, over real http', () => {
  const before = { people: [{ name: 'Sam' }], shown: false }
  const raw = (body: Buffer | string, type = 'application/json') =>
    ana.send(address(), { method: 'PUT', headers: { 'content-type': type }, body })
  const text = (names: readonly string[]) =>
    JSON.stringify({ people: names.map(name => ({ name })), shown: true })

  test.each([
    [
      '5,000 names',
      text(Array.from({ length: 5_000 }, () => 'Ada')),
      400,
      'A roster can have at most 200 names, each of at most 60 characters.',
    ],
    ['a name of a million letters', text(['x'.repeat(1_000_000)]), 413, 'That is too large to send.'],
    [
      'a name of ten thousand letters',
      text(['x'.repeat(10_000)]),
      400,
      'A roster can have at most 200 names, each of at most 60 characters.',
    ],
    [
      'Windows-1252',
      Buffer.from(text(['Zo\u00eb']), 'latin1'),
      400,
      'That is not UTF-8 text. Save it as UTF-8 and try again.',
    ],
    [
      'UTF-16',
      Buffer.from(text(['Ada']), 'utf16le'),
      400,
      'That is not UTF-8 text. Save it as UTF-8 and try again.',
    ],
    [
      'zero bytes',
      text(['Ada']).replace('Ada', 'A\0da'),
      400,
      'That is not UTF-8 text. Save it as UTF-8 and try again.',
    ],
    [
      'half a pair of surrogates, as bytes',
      Buffer.concat([
        Buffer.from('{"people":[{"name":"'),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from('"}],"shown":true}'),
      ]),
      400,
      'That is not UTF-8 text. Save it as UTF-8 and try again.',
    ],
    ['a list that is cut short', text(['Ada']).slice(0, -5), 400, "The server can't read that request."],
  ] as const)('[C19] answered in words, and the list stays as it was: %s', async (_, body, status, say) => {
    await put(ana, before)
    const answer = await raw(body)
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ ok: false, say })])
    expect((await ana.get(address())).body).toEqual(before)
  })

  test('a CSV as it is, with semicolons, is no JSON and says so', async () => {
    await put(ana, before)
    for (const type of ['text/csv', 'text/plain; charset=windows-1252'])
      expect((await raw('Name;Number\nAda;7\n', type)).body).toMatchObject({ kind: 'bad-message' })
    expect((await ana.get(address())).body).toEqual(before)
  })

  test('[C19] two hundred long names in any script are kept, and what no screen can show is taken out of them', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `${'ع'.repeat(56)} ${index}`)
    expect((await raw(`\ufeff${text(names)}`)).status).toBe(200)
    expect((await ana.get(address())).body).toMatchObject({ people: names.map(name => ({ name })) })
    await put(ana, { people: [{ name: 'A\u0000da\u202e' }], shown: false })
    expect((await ana.get(address())).body).toEqual({ people: [{ name: 'Ada' }], shown: false })
  })

  test('[C19] who may not change it is refused before a byte of a large one is read', async () => {
    const ben = await app.instructor('Ben')
    const headers = { 'content-type': 'application/json', 'content-length': '999999999' }
    const answer = await ben.send(address(), { method: 'PUT', headers, body: '{' })
    expect(answer.status).toBe(403)
    expect((await ana.send(address(), { method: 'PUT', headers, body: '{' })).status).toBe(413)
  })
})
