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

async function digitsOf(screen: Browser): Promise<string> {
  return http.screenAsked.parse((await screen.post('/api/screens')).body).digits
}
const mine = async (screen: Browser) =>
  http.screenMine.parse((await screen.get('/api/screens/mine')).body).class
const approve = (by: Browser, digits: string, classId = opened.class) =>
  by.post(`/api/classes/${classId}/screens`, { digits })
const notAScreen = {
  ok: false,
  kind: 'signed-out',
  say: 'This screen is not connected to a class. Ask for new digits.',
}

describe('a projector', () => {
  test('waits under four digits until the instructor approves them', async () => {
    const screen = app.browser()
    const digits = await digitsOf(screen)
    expect(await mine(screen)).toBeNull()
    expect(http.done.parse((await approve(ana, digits)).body)).toEqual({ ok: true })
    expect(await mine(screen)).toBe(opened.class)
  })

  test('is told how people come in once it is approved, and not before', async () => {
    const screen = app.browser()
    const digits = await digitsOf(screen)
    expect((await screen.get('/api/screens/mine')).body).toEqual({ class: null })
    await approve(ana, digits)
    const told = http.screenMine.parse((await screen.get('/api/screens/mine')).body)
    expect(told.code).toBe(opened.code)
    expect(told.addresses?.every(address => address.endsWith(`/j/${opened.code}`))).toBe(true)
  })

  test('its cookie is for its browser only', async () => {
    const { cookies } = await app.browser().post('/api/screens')
    expect(cookies).toHaveLength(1)
    expect(cookies[0]?.name).toBe(app.access.names.screen)
    expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 12 * 3_600 })
  })

  test('keeps its digits over a reload, and two never share them', async () => {
    const screens = Array.from({ length: 20 }, () => app.browser())
    const digits = await Promise.all(screens.map(digitsOf))
    expect(new Set(digits).size).toBe(20)
    expect(await Promise.all(screens.map(digitsOf))).toEqual(digits)
  })

  test('stops waiting after ten minutes', async () => {
    const screen = app.browser()
    const digits = await digitsOf(screen)
    app.clock.time += 600_000
    expect((await approve(ana, digits)).status).toBe(404)
    const answer = await screen.get('/api/screens/mine')
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual(notAScreen)
    expect(screen.jar.size).toBe(0)
  })

  test('is nothing without a cookie', async () => {
    expect((await app.browser().get('/api/screens/mine')).body).toEqual(notAScreen)
  })

  test('ends with its class', async () => {
    const screen = app.browser()
    await approve(ana, await digitsOf(screen))
    await app.people.closeClass(opened.class, app.clock.time)
    expect((await screen.get('/api/screens/mine')).body).toEqual(notAScreen)
  })

  test('asks at most thirty times in ten minutes from one address', async () => {
    for (let count = 0; count < 30; count++)
      expect((await app.browser().post('/api/screens')).status).toBe(201)
    const answer = await app.browser().post('/api/screens')
    expect(answer.status).toBe(429)
    expect(answer.body).toMatchObject({ ok: false, kind: 'slow-down' })
    app.clock.time += 600_000
    expect((await app.browser().post('/api/screens')).status).toBe(201)
  })
})

describe('approving', () => {
  test('digits that no screen shows are refused', async () => {
    const answer = await approve(ana, '0000')
    expect(answer.status).toBe(404)
    expect(answer.body).toEqual({
      ok: false,
      kind: 'unknown',
      say: 'No screen shows these digits right now.',
    })
  })

  test('[C20] guessed digits are refused in words, soon not even looked at, and no screen changes', async () => {
    const screen = app.browser()
    const digits = await digitsOf(screen)
    const approved = app.browser()
    await approve(ana, await digitsOf(approved))
    const guesses = Array.from({ length: 40 }, (_, count) =>
      String((Number(digits) + 1_000 + count) % 10_000).padStart(4, '0'),
    )
    const answers = []
    for (const guess of guesses) answers.push(await approve(ana, guess))
    const [first] = answers
    expect(first?.body).toMatchObject({ kind: 'unknown', say: 'No screen shows these digits right now.' })
    expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(404), ...Array(10).fill(429)])
    expect(answers.at(-1)?.body).toMatchObject({
      kind: 'slow-down',
      say: expect.stringMatching(
        /^Too many digits were tried that no screen shows\. Try again in \d+ minutes\.$/,
      ),
    })
    // The right ones have to wait now, too; later they work, and count as no failure.
    expect((await approve(ana, digits)).status).toBe(429)
    expect([await mine(screen), await mine(approved)]).toEqual([null, opened.class])
    app.clock.time += 599_000
    expect((await approve(ana, digits)).status).toBe(429)
    app.clock.time += 1_000
    for (let count = 0; count < 25; count++) {
      const next = app.browser()
      expect((await approve(ana, await digitsOf(next))).status).toBe(200)
      expect(await mine(next)).toBe(opened.class)
    }
  })

  test('is for an instructor of that class or the owner, while it is open', async () => {
    const ben = await app.instructor('Ben')
    const screen = app.browser()
    const digits = await digitsOf(screen)
    expect((await approve(app.browser(), digits)).status).toBe(401)
    expect((await approve(ben, digits)).status).toBe(403)
    expect((await approve(ana, digits, 'c-99')).body).toMatchObject({ kind: 'unknown' })
    expect(await mine(screen)).toBeNull()
    const bens = await app.openClass(ben)
    expect((await approve(ana, digits, bens.class)).status).toBe(200)
    await app.people.closeClass(opened.class, app.clock.time)
    expect((await approve(ana, await digitsOf(app.browser()))).body).toMatchObject({ kind: 'closed' })
  })

  test.each(['12', '12345', 'abcd', '１２３４'])('%s are no digits', async digits => {
    expect((await approve(ana, digits)).body).toMatchObject({ ok: false, kind: 'bad-message' })
  })
})

describe('taking screens away', () => {
  test('ends the cookies of the class and its connections', async () => {
    const screen = app.browser()
    await approve(ana, await digitsOf(screen))
    const answer = await ana.send(`/api/classes/${opened.class}/screens`, { method: 'DELETE' })
    expect(http.done.parse(answer.body)).toEqual({ ok: true })
    expect(app.classes.screensDropped).toEqual([opened.class])
    expect((await screen.get('/api/screens/mine')).body).toEqual(notAScreen)
  })

  test('is for an instructor of that class', async () => {
    const ben = await app.instructor('Ben')
    const path = `/api/classes/${opened.class}/screens`
    expect((await app.browser().send(path, { method: 'DELETE' })).status).toBe(401)
    expect((await ben.send(path, { method: 'DELETE' })).status).toBe(403)
    expect(app.classes.screensDropped).toEqual([])
  })
})
