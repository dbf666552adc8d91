import { http, PROTOCOL_VERSION } from '@evenkeel/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppUnderTest, PASSCODE } from './app-under-test.ts'

let app: AppUnderTest
beforeEach(async () => {
  app = await AppUnderTest.start()
})
afterEach(() => app.close())

const wrong = { name: 'Ana', passcode: 'wrong' }

describe('signing in', () => {
  test('the first instructor is the owner, the next is not', async () => {
    const first = await app.browser().post('/api/sign-in', { name: ' Ana ', passcode: PASSCODE })
    expect(first.status).toBe(200)
    expect(http.signedIn.parse(first.body).instructor).toMatchObject({ name: 'Ana', owner: true })
    const second = await app.browser().post('/api/sign-in', { name: 'Ben', passcode: PASSCODE })
    expect(http.signedIn.parse(second.body).instructor.owner).toBe(false)
  })

  test('two first sign-ins at once make one owner', async () => {
    const answers = await Promise.all(
      ['Ana', 'Ben'].map(name => app.browser().post('/api/sign-in', { name, passcode: PASSCODE })),
    )
    const owners = answers.filter(({ body }) => http.signedIn.parse(body).instructor.owner)
    expect(owners).toHaveLength(1)
  })

  test('the same name again is the same instructor, however it is typed', async () => {
    const one = await app.browser().post('/api/sign-in', { name: 'Ana  Berg', passcode: PASSCODE })
    const two = await app.browser().post('/api/sign-in', { name: 'ana berg', passcode: `  ${PASSCODE} ` })
    expect(two.body).toEqual(one.body)
  })

  test('the cookie is HttpOnly, SameSite=Lax, for the whole site, and not Secure on plain http', async () => {
    const { cookies } = await app.browser().post('/api/sign-in', { name: 'Ana', passcode: PASSCODE })
    expect(cookies).toHaveLength(1)
    const [cookie] = cookies
    expect(cookie?.name).toBe(app.access.names.instructor)
    expect(cookie?.name).toMatch(/^ek_[0-9a-f]{8}_instructor$/)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 30 * 86_400 })
    expect(cookie).not.toHaveProperty('secure')
    expect(cookie).not.toHaveProperty('domain')
  })

  test('me says who this browser is, before and after', async () => {
    const browser = app.browser()
    const before = http.me.parse((await browser.get('/api/me')).body)
    expect(before).toEqual({ protocol: PROTOCOL_VERSION, instructor: null })
    await browser.post('/api/sign-in', { name: 'Ana', passcode: PASSCODE })
    const after = http.me.parse((await browser.get('/api/me')).body)
    expect(after.instructor).toMatchObject({ name: 'Ana', owner: true })
  })

  test('an instructor gives themselves another name and stays who they are', async () => {
    const ana = await app.instructor('Ana')
    const before = http.me.parse((await ana.get('/api/me')).body).instructor
    const renamed = await ana.post('/api/me', { name: ' Dr. Ana ' })
    expect(http.signedIn.parse(renamed.body).instructor).toEqual({ ...before, name: 'Dr. Ana' })
    expect(http.me.parse((await ana.get('/api/me')).body).instructor?.name).toBe('Dr. Ana')
    expect((await app.browser().post('/api/me', { name: 'Eve' })).status).toBe(401)
    expect((await ana.post('/api/me', { name: ' ' })).body).toMatchObject({ kind: 'invalid' })
  })

  test('signing out ends the session on the server too', async () => {
    const browser = await app.instructor()
    const cookies = new Map(browser.jar)
    const out = await browser.post('/api/sign-out')
    expect(http.done.parse(out.body)).toEqual({ ok: true })
    expect(browser.jar.size).toBe(0)
    for (const [name, value] of cookies) browser.jar.set(name, value)
    expect(http.me.parse((await browser.get('/api/me')).body).instructor).toBeNull()
    expect((await app.browser().post('/api/sign-out', {})).status).toBe(200)
  })

  test('a session ends after thirty days', async () => {
    const browser = await app.instructor()
    app.clock.time += 30 * 86_400_000 - 1
    expect(http.me.parse((await browser.get('/api/me')).body).instructor).not.toBeNull()
    app.clock.time += 1
    expect(http.me.parse((await browser.get('/api/me')).body).instructor).toBeNull()
  })

  test.each([
    ['', "Your name can't be empty."],
    ['\u0000\u202e ', "Your name can't be empty."],
    ['x'.repeat(61), 'Your name can have at most 60 characters. This has 61.'],
    ['x'.repeat(2_001), 'Your name can have at most 60 characters.'],
  ])('the name %j is refused in words', async (name, say) => {
    const answer = await app.browser().post('/api/sign-in', { name, passcode: PASSCODE })
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ ok: false, kind: 'invalid', say })
  })
})

describe('a wrong passcode', () => {
  test('is refused with a sentence, gives no cookie, and is logged without it', async () => {
    const answer = await app.browser().post('/api/sign-in', wrong)
    expect(answer.status).toBe(403)
    expect(answer.body).toEqual({ ok: false, kind: 'not-allowed', say: 'That passcode is not right.' })
    expect(answer.cookies).toEqual([])
    expect(app.logged).toEqual(['a wrong instructor passcode {}'])
  })

  test('five times: a pause that grows, during which even the right one waits', async () => {
    const browser = app.browser()
    for (let time = 0; time < 5; time++) expect((await browser.post('/api/sign-in', wrong)).status).toBe(403)
    for (const seconds of [1, 2, 4]) {
      const paused = await browser.post('/api/sign-in', { name: 'Ana', passcode: PASSCODE })
      expect(paused.status).toBe(429)
      expect(paused.headers['retry-after']).toBe(String(seconds))
      const unit = seconds === 1 ? 'second' : 'seconds'
      expect(paused.body).toEqual({
        ok: false,
        kind: 'slow-down',
        say: `Too many wrong passcodes. Try again in ${seconds} ${unit}.`,
      })
      app.clock.time += seconds * 1_000 - 1
      expect((await browser.post('/api/sign-in', wrong)).status).toBe(429)
      app.clock.time += 1
      expect((await browser.post('/api/sign-in', wrong)).status).toBe(403)
    }
    app.clock.time += 8_000
    expect((await browser.post('/api/sign-in', { name: 'Ana', passcode: PASSCODE })).status).toBe(200)
    expect((await browser.post('/api/sign-in', wrong)).status).toBe(403)
  })

  test('many at once do not slip past the count', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => app.browser().post('/api/sign-in', wrong)),
    )
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })
})
