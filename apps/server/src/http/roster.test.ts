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
    ).toMatchObject({ kind: 'invalid', say: 'A roster can have at most 200 names.' })
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
