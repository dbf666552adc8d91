import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppUnderTest } from './app-under-test.ts'

let app: AppUnderTest
beforeEach(async () => {
  app = await AppUnderTest.start()
})
afterEach(() => app.close())

test('a single-use link signs in as the owner and leaves the address at once', async () => {
  const link = await app.access.link()
  expect(link).toMatch(/^\/in\/[\w-]{22}$/)
  const browser = app.browser()
  const answer = await browser.get(link)
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['referrer-policy']).toBe('no-referrer')
  expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
  const { instructor } = http.me.parse((await browser.get('/api/me')).body)
  expect(instructor).toMatchObject({ name: 'Instructor', owner: true })
})

test('it works once, also when two come with it at the same moment', async () => {
  const link = await app.access.link()
  const answers = await Promise.all([app.browser().get(link), app.browser().get(link)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  const later = await app.browser().get(link)
  expect(later.status).toBe(410)
  expect(later.cookies).toEqual([])
  expect(later.text).toContain('A sign-in link works once')
})

test('whoever opens it again in the browser that it signed in goes on', async () => {
  const link = await app.access.link()
  const browser = app.browser()
  await browser.get(link)
  expect((await browser.get(link)).status).toBe(303)
})

test('a look at it (HEAD) does not use it up', async () => {
  const link = await app.access.link()
  expect((await app.send(link, { method: 'HEAD' })).status).toBe(410)
  expect((await app.browser().get(link)).status).toBe(303)
})

test('it ends after a day', async () => {
  const [inTime, late] = [await app.access.link(), await app.access.link()]
  app.clock.time += 24 * 3_600_000 - 1
  expect((await app.browser().get(inTime)).status).toBe(303)
  app.clock.time += 1
  expect((await app.browser().get(late)).status).toBe(410)
})

test('it gives the owner that is there already, and no second one', async () => {
  const ana = await app.instructor('Ana')
  const browser = app.browser()
  await browser.get(await app.access.link())
  expect((await browser.get('/api/me')).body).toEqual((await ana.get('/api/me')).body)
})

test.each(['/in/x', '/in/AAAAAAAAAAAAAAAAAAAAAA', '/in/__proto__'])('%s was never a link', async path => {
  const answer = await app.browser().get(path)
  expect(answer.status).toBe(410)
  expect(answer.cookies).toEqual([])
})
