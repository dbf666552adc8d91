import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ATTEMPT_LIMITS } from '../access/attempts.ts'
import { AppUnderTest, type Browser } from './app-under-test.ts'

const FIVE_MINUTES = 5 * 60_000
const TWELVE_HOURS = 12 * 3_600_000

let app: AppUnderTest
let ana: Browser
let classId: string
beforeEach(async () => {
  app = await AppUnderTest.start()
  ana = await app.instructor('Ana')
  classId = (await app.openClass(ana)).class
})
afterEach(() => app.close())

const asksForLink = async (by: Browser = ana) => {
  const answer = await by.post(`/api/classes/${classId}/remotes`)
  expect(answer.status).toBe(201)
  return http.remoteLink.parse(answer.body)
}
/** The path of a new link, as the phone gets it from the code. */
const link = async (by?: Browser): Promise<string> => {
  const [first = ''] = (await asksForLink(by)).links
  const { pathname, search } = new URL(first)
  return pathname + search
}
const signsOut = (by: Browser) => by.send('/api/remotes', { method: 'DELETE' })
const phones = async (by: Browser) => http.remotes.parse((await by.get('/api/remotes')).body).phones

test('[C15] the link stands under the addresses at which phones join, and is good for five minutes', async () => {
  const { links, goodFor } = await asksForLink()
  expect(goodFor).toBe(FIVE_MINUTES)
  const [first = ''] = links
  expect(first).toMatch(new RegExp(`^http://192\\.168\\.7\\.7:3000/in/[\\w-]{22}\\?class=${classId}$`))
  const joined = http.classList.parse((await ana.get('/api/classes')).body).classes[0]?.addresses ?? []
  expect(links.map(each => new URL(each).origin)).toEqual(joined.map(each => new URL(each).origin))
})

test('[C15] a phone that follows it is the same instructor under a cookie of its own, and the token leaves the address', async () => {
  const phone = app.browser()
  const answer = await phone.get(await link())
  expect(answer.status).toBe(303)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['referrer-policy']).toBe('no-referrer')
  expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 12 * 3_600 })
  expect(answer.cookies[0]?.secure).not.toBe(true)
  expect((await phone.get('/api/me')).body).toEqual((await ana.get('/api/me')).body)
  expect([...phone.jar.values()]).not.toEqual([...ana.jar.values()])
  expect(await phones(ana)).toBe(1)
})

test('[C15] another instructor’s phone is that instructor, and no owner', async () => {
  const bea = await app.instructor('Bea')
  classId = (await app.openClass(bea)).class
  const phone = app.browser()
  await phone.get(await link(bea))
  expect(http.me.parse((await phone.get('/api/me')).body).instructor).toMatchObject({
    name: 'Bea',
    owner: false,
  })
})

test('[C15] it works once, also when two come with it at the same moment', async () => {
  const path = await link()
  const answers = await Promise.all([app.browser().get(path), app.browser().get(path)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  const later = await app.browser().get(path)
  expect(later.status).toBe(410)
  expect(later.cookies).toEqual([])
  expect(later.text).toContain('A link for a phone works once')
  expect(await phones(ana)).toBe(1)
})

test('[C15] it ends after five minutes', async () => {
  const [inTime, late] = [await link(), await link()]
  app.clock.time += FIVE_MINUTES - 1
  expect((await app.browser().get(inTime)).status).toBe(303)
  app.clock.time += 1
  expect((await app.browser().get(late)).status).toBe(410)
})

test('[C15] whoever guesses is told in a sentence, and soon has to wait; others do not', async () => {
  const guess = (last: number) => `/in/${'A'.repeat(20)}${String(last).padStart(2, '0')}?class=${classId}`
  for (let tried = 0; tried < ATTEMPT_LIMITS.links.perAddress; tried += 1) {
    const answer = await app.browser().get(guess(tried))
    expect(answer.status).toBe(410)
    expect(answer.cookies).toEqual([])
  }
  const refused = await app.browser().get(guess(99))
  expect(refused.status).toBe(429)
  expect(refused.headers['retry-after']).toBe('600')
  expect(refused.text).toContain('Too many links were tried. Try again in 10 minutes.')
  app.clock.time += 600_000
  const path = await link()
  expect((await app.browser().get(path)).status).toBe(303)
})

test.each(['https://evil.example/', '//evil.example', '../../evil'])(
  '[C15] a class %j in the link leads to no other address',
  async named => {
    const [first = ''] = (await asksForLink()).links
    const answer = await app.browser().get(`${new URL(first).pathname}?class=${encodeURIComponent(named)}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
  },
)

test('[C15] a phone signs itself out; the console signs all of its instructor’s phones out, and nobody else', async () => {
  const bea = await app.instructor('Bea')
  const beasClass = (await app.openClass(bea)).class
  const [one, two, beas] = [app.browser(), app.browser(), app.browser()]
  await one.get(await link())
  await two.get(await link())
  classId = beasClass
  await beas.get(await link(bea))
  expect(await phones(ana)).toBe(2)
  await one.post('/api/sign-out')
  expect(http.me.parse((await one.get('/api/me')).body).instructor).toBeNull()
  expect(await phones(ana)).toBe(1)
  expect((await signsOut(ana)).status).toBe(200)
  expect(http.me.parse((await two.get('/api/me')).body).instructor).toBeNull()
  expect(await phones(ana)).toBe(0)
  // Connections that were open end with the session.
  expect(app.classes.sessionsDropped).toHaveLength(2)
  expect(http.me.parse((await beas.get('/api/me')).body).instructor).toMatchObject({ name: 'Bea' })
  expect(http.me.parse((await ana.get('/api/me')).body).instructor).toMatchObject({ name: 'Ana' })
})

test('[C15] a phone is signed out after twelve hours', async () => {
  const phone = app.browser()
  await phone.get(await link())
  app.clock.time += TWELVE_HOURS - 1
  expect(http.me.parse((await phone.get('/api/me')).body).instructor).not.toBeNull()
  app.clock.time += 1
  expect(http.me.parse((await phone.get('/api/me')).body).instructor).toBeNull()
  expect(await phones(ana)).toBe(0)
})

test('[C15] nobody gets a link for a class that is over, not theirs, or without signing in', async () => {
  const asks = async (by: Browser, of = classId) => (await by.post(`/api/classes/${of}/remotes`)).status
  const bea = await app.instructor('Bea')
  expect(await asks(bea)).toBe(403)
  expect(await asks(app.browser())).toBe(401)
  expect(await asks(ana, 'c-none')).toBe(404)
  expect((await app.browser().get('/api/remotes')).status).toBe(401)
  expect((await signsOut(app.browser())).status).toBe(401)
  await app.people.closeClass(classId, app.clock.time)
  expect(await asks(ana)).toBe(409)
})
