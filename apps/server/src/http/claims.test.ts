import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken } from '../access/tokens.ts'
import { AppUnderTest, type Browser } from './app-under-test.ts'

let app: AppUnderTest
let ana: Browser
let opened: { class: string; code: string }
let sam: Browser
let samsSeat: { class: string; seat: string; person: string }
beforeEach(async () => {
  app = await AppUnderTest.start()
  ana = await app.instructor('Ana')
  opened = await app.openClass(ana)
  sam = app.browser()
  samsSeat = await join(sam, 'Sam')
})
afterEach(() => app.close())

const join = async (browser: Browser, name: string) =>
  http.joined.parse(
    (await browser.post('/api/join', { code: opened.code, name, request: `request-${name}-1` })).body,
  )
const ask = (browser: Browser, name = 'sam') => browser.post('/api/claims', { code: opened.code, name })
const mine = async (browser: Browser) => http.claimMine.parse((await browser.get('/api/claims/mine')).body)
const waiting = () => app.claims.waitingIn(opened.class, app.clock.time)
const answer = (by: Browser, claim: string, person: string | null, classId = opened.class) =>
  by.post(`/api/classes/${classId}/claims`, { claim, person })
async function firstClaim() {
  const [claim] = await waiting()
  if (claim === undefined) throw new Error('nobody asks')
  return claim
}

test("[C16] with a yes the seat is the new device's, and the old token is no more", async () => {
  const phone = app.browser()
  const headers = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14)' }
  const asked = await phone.post('/api/claims', { code: opened.code, name: ' SAM ' }, headers)
  expect(asked.status).toBe(201)
  const { digits } = http.claimAsked.parse(asked.body)
  const claim = await firstClaim()
  expect(claim).toMatchObject({ people: [samsSeat.person], digits, device: 'android' })
  expect(await mine(phone)).toEqual({ state: 'waiting' })
  expect(app.classes.claimsTold).toEqual([opened.class])
  expect(http.done.parse((await answer(ana, claim.id, samsSeat.person)).body)).toEqual({ ok: true })
  expect(await mine(phone)).toEqual({ state: 'given', class: opened.class, seat: samsSeat.seat })
  // A lost answer is asked for again.
  expect(await mine(phone)).toMatchObject({ state: 'given' })
  const cookies = (browser: Browser) => [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const { sessions, names } = app.access
  const { person, seat } = samsSeat
  expect(await sessions.seatOf(cookies(phone), opened.class, seat)).toEqual({ person })
  expect(await sessions.seatOf(cookies(sam), opened.class, seat)).toBeUndefined()
  expect(await sessions.seatMoved(cookies(sam), opened.class, seat)).toBe(true)
  const token = hashToken(phone.jar.get(names.seat(seat)) ?? '')
  expect(app.classes.moved).toEqual([{ classId: opened.class, person, token }])
  // The request that first gave the seat out gives it to nobody any more.
  const again = await sam.post('/api/join', { code: opened.code, name: 'Sam', request: 'request-Sam-1' })
  expect(again.body).toMatchObject({ kind: 'taken' })
})

test('[C16] with a no nothing has changed, and of two answers the first counts', async () => {
  const phone = app.browser()
  await ask(phone)
  const { id } = await firstClaim()
  expect((await answer(ana, id, null)).status).toBe(200)
  expect(await mine(phone)).toEqual({ state: 'refused' })
  expect((await answer(ana, id, samsSeat.person)).body).toMatchObject({ kind: 'gone' })
  expect((await app.people.seatByHandle(opened.class, samsSeat.seat))?.personId).toBe(samsSeat.person)
  expect(app.classes.moved).toEqual([])
})

test('[C16] a request ends after five minutes, with the class, and when it is taken back', async () => {
  const phone = app.browser()
  await ask(phone)
  const { id } = await firstClaim()
  app.clock.time += 300_000
  expect(await mine(phone)).toEqual({ state: 'over' })
  expect((await answer(ana, id, samsSeat.person)).body).toMatchObject({ kind: 'gone' })
  await ask(phone)
  await phone.send('/api/claims/mine', { method: 'DELETE' })
  expect(await waiting()).toEqual([])
  await ask(phone)
  const second = await firstClaim()
  await app.people.closeClass(opened.class, app.clock.time)
  expect((await answer(ana, second.id, samsSeat.person)).body).toMatchObject({ kind: 'closed' })
  expect((await ask(app.browser())).body).toMatchObject({ kind: 'unknown' })
})

test('[C16] asked twice is asked once; another name takes the place of the first', async () => {
  const kim = await join(app.browser(), 'Kim')
  const phone = app.browser()
  const first = await ask(phone)
  const second = await ask(phone)
  expect([second.status, second.body]).toEqual([200, first.body])
  await ask(phone, 'kim')
  expect((await waiting()).map(({ people }) => people)).toEqual([[kim.person]])
})

test('[C16] the answer is the same whoever is meant, and whether anybody is', async () => {
  await app.classes.join({ classId: opened.class, name: 'Sam', request: 'another-sam' })
  const bodies = []
  for (const name of ['Sam', 'Nobody', '17', 'Ana']) {
    const browser = app.browser()
    const asked = await ask(browser, name)
    bodies.push([asked.status, Object.keys(http.claimAsked.parse(asked.body)), await mine(browser)])
  }
  expect(new Set(bodies.map(body => JSON.stringify(body))).size).toBe(1)
  // Two of one name may be meant; an instructor's seat is nobody's to ask for.
  const meant = (await waiting()).map(({ people }) => people.length)
  expect(meant.sort()).toEqual([0, 0, 0, 2])
})

test('[C16] an answer is for an instructor of this class, about somebody who is meant and still there', async () => {
  const kim = await join(app.browser(), 'Kim')
  const ben = await app.instructor('Ben')
  const bens = await app.openClass(ben)
  await ask(app.browser())
  const { id } = await firstClaim()
  expect((await answer(app.browser(), id, samsSeat.person)).status).toBe(401)
  expect((await answer(ben, id, samsSeat.person)).status).toBe(403)
  expect((await answer(ben, id, samsSeat.person, bens.class)).body).toMatchObject({ kind: 'gone' })
  expect((await answer(ana, id, kim.person)).body).toMatchObject({ kind: 'gone' })
  app.classes.person(opened.class, samsSeat.person).standing = 'removed'
  expect((await answer(ana, id, samsSeat.person)).body).toMatchObject({ kind: 'gone' })
  expect(app.classes.moved).toEqual([])
})

test('[C16] a blocked browser may not ask, and nobody may ask without end', async () => {
  app.classes.person(opened.class, samsSeat.person).standing = 'blocked'
  expect((await ask(sam)).body).toMatchObject({ kind: 'not-allowed' })
  for (let count = 0; count < 30; count++) expect((await ask(app.browser())).status).toBe(201)
  expect((await ask(app.browser())).status).toBe(429)
})
