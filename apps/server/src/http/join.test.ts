import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, AppUnderTest, type Browser } from './app-under-test.ts'

let app: AppUnderTest
let opened: { class: string; code: string }
beforeEach(async () => {
  app = await AppUnderTest.start()
  opened = await app.openClass(await app.instructor())
})
afterEach(() => app.close())

let requests = 0
const newRequest = () => `request-${String(requests++).padStart(6, '0')}`

const ask = (name: string, more: object = {}) => ({ code: opened.code, name, request: newRequest(), ...more })
async function join(browser: Browser, name: string): Promise<http.Joined> {
  const answer = await browser.post('/api/join', ask(name))
  expect(answer.status).toBe(200)
  return http.joined.parse(answer.body)
}
const noSuchCode = { ok: false, kind: 'unknown', say: "That code doesn't match an open class." }
const setStanding = (person: string, standing: 'removed' | 'blocked' | 'set-aside') => {
  app.classes.person(opened.class, person).standing = standing
}
const read = (answer: Answer) => http.codeAnswer.parse(answer.body)

describe('what a code opens', () => {
  test('is told before joining, however the code is typed', async () => {
    const { code } = opened
    const loose = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase()
    for (const typed of [code, loose, `${code.slice(0, 3)}-${code.slice(3)}`, ` ${code} `]) {
      const answer = await app.browser().get(`/api/codes/${encodeURIComponent(typed)}`)
      expect(read(answer)).toEqual({
        class: opened.class,
        title: 'Night shift',
        kind: 'practice',
        medium: 'spoken',
        locked: false,
        keptDays: null,
        names: [],
        seats: [],
      })
    }
  })

  test('says how long the class is kept: as was chosen for it', async () => {
    await app.records.put(opened.class, [{ name: 'kept', value: { days: 30 } }])
    expect(read(await app.browser().get(`/api/codes/${opened.code}`)).keptDays).toBe(30)
  })

  test.each(['BBBBBB', 'x', '%20', '__proto__', 'A'.repeat(500), '%00%00%00%00%00%00'])(
    'the code %s matches nothing',
    async typed => {
      const answer = await app.browser().get(`/api/codes/${typed}`)
      expect(answer.status).toBe(404)
      expect(answer.body).toEqual(noSuchCode)
    },
  )

  test('a class that is over has no open code, on either side of the record', async () => {
    app.classes.of(opened.class).status = 'closed'
    expect((await app.browser().get(`/api/codes/${opened.code}`)).body).toEqual(noSuchCode)
    app.classes.of(opened.class).status = 'open'
    await app.people.closeClass(opened.class, app.clock.time)
    expect((await app.browser().get(`/api/codes/${opened.code}`)).body).toEqual(noSuchCode)
    expect((await app.browser().post('/api/join', ask('Eve'))).body).toEqual(noSuchCode)
    app.clock.time += 25 * 3_600_000
    expect((await app.browser().get(`/api/codes/${opened.code}`)).body).toEqual(noSuchCode)
  })
})

describe('joining', () => {
  test('gives a person, a seat, and the cookie of that seat', async () => {
    const answer = await app.browser().post('/api/join', ask(' Ada\u0007  Lo ', { staffNumber: ' 0042 ' }))
    const { class: classId, seat, person } = http.joined.parse(answer.body)
    expect({ classId, person }).toEqual({ classId: opened.class, person: 'p2' })
    expect(seat).toMatch(/^[\w-]{8}$/)
    expect(app.classes.person(classId, person)).toMatchObject({ name: 'Ada  Lo', staffNumber: '0042' })
    expect(answer.cookies).toHaveLength(1)
    const [cookie] = answer.cookies
    expect(cookie?.name).toMatch(new RegExp(`^ek_[0-9a-f]{8}_seat_${seat}$`))
    expect(cookie?.value).toMatch(/^[\w-]{22}$/)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 30 * 86_400 })
    expect(cookie).not.toHaveProperty('secure')
  })

  test('only the hash of the token is stored', async () => {
    const browser = app.browser()
    const { class: classId, seat } = await join(browser, 'Ada')
    const stored = await app.people.seatByHandle(classId, seat)
    const [token = ''] = [...browser.jar.values()]
    expect(stored?.tokenHash).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  test('equal names are allowed', async () => {
    const [one, two] = [await join(app.browser(), 'Ada'), await join(app.browser(), 'Ada')]
    expect(one.person).not.toBe(two.person)
  })

  test('an empty staff number is none', async () => {
    const answer = await app.browser().post('/api/join', ask('Ada', { staffNumber: '  ' }))
    expect(
      app.classes.person(opened.class, http.joined.parse(answer.body).person).staffNumber,
    ).toBeUndefined()
  })

  test.each([
    [{ name: '\u0000\n' }, "Your name can't be empty."],
    [{ name: 'x'.repeat(61) }, 'Your name can have at most 60 characters. This has 61.'],
    [{ name: 'x'.repeat(9_000) }, 'Your name can have at most 60 characters.'],
    [{ staffNumber: '1'.repeat(61) }, 'Your staff number can have at most 60 characters. This has 61.'],
    [{ staffNumber: '1'.repeat(201) }, 'Your staff number can have at most 60 characters.'],
  ])('%j is refused in words', async (part, say) => {
    const answer = await app.browser().post('/api/join', ask('Ada', part))
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ ok: false, kind: 'invalid', say })
    expect(app.classes.of(opened.class).people).toHaveLength(1)
  })

  test('the same request again is the same person in the same seat', async () => {
    const browser = app.browser()
    const body = ask('Ada')
    const first = await browser.post('/api/join', body)
    const again = await browser.post('/api/join', body)
    expect(again.body).toEqual(first.body)
    expect(again.cookies).toEqual([])
    expect(app.classes.of(opened.class).people).toHaveLength(2)
  })

  test('a lost answer is given again, with a cookie that works', async () => {
    const body = ask('Ada')
    const first = await app.browser().post('/api/join', body)
    const browser = app.browser()
    const again = await browser.post('/api/join', body)
    expect(again.body).toEqual(first.body)
    const { class: classId, seat } = http.joined.parse(again.body)
    expect((await browser.post('/api/rename', { class: classId, seat, name: 'Ada L.' })).status).toBe(200)
  })

  test('two answers to one request that was sent twice carry the same token', async () => {
    const body = ask('Ada')
    const [one, two] = await Promise.all([app.browser(), app.browser()].map(b => b.post('/api/join', body)))
    expect(one?.cookies).toEqual(two?.cookies)
  })

  test('an old request no longer opens its seat without the cookie', async () => {
    const browser = app.browser()
    const body = ask('Ada')
    await browser.post('/api/join', body)
    app.clock.time += 10 * 60_000
    const stranger = await app.browser().post('/api/join', body)
    expect(stranger.status).toBe(409)
    expect(stranger.body).toMatchObject({ ok: false, kind: 'taken' })
    expect(stranger.cookies).toEqual([])
    expect((await browser.post('/api/join', body)).status).toBe(200)
  })

  test('a refusal of the class comes through: locked', async () => {
    app.classes.of(opened.class).locked = true
    const answer = await app.browser().post('/api/join', ask('Ada'))
    expect(answer.status).toBe(403)
    expect(answer.body).toEqual({ ok: false, kind: 'locked', say: 'This class is locked.' })
    expect(answer.cookies).toEqual([])
  })

  test('a removed person may join again; a browser with a blocked seat may not', async () => {
    const browser = app.browser()
    const { person } = await join(browser, 'Mallory')
    setStanding(person, 'removed')
    expect(read(await browser.get(`/api/codes/${opened.code}`)).seats).toEqual([])
    const again = await join(browser, 'Mallory')
    setStanding(again.person, 'blocked')
    const refused = await browser.post('/api/join', ask('Somebody else'))
    expect(refused.status).toBe(403)
    expect(refused.body).toEqual({
      ok: false,
      kind: 'not-allowed',
      say: "You can't join this class. Talk to your instructor.",
    })
    expect(refused.cookies).toEqual([])
    await join(app.browser(), 'Mallory')
  })

  test('the request of somebody who was taken out brings nobody back in', async () => {
    const body = ask('Mallory')
    const { person } = http.joined.parse((await app.browser().post('/api/join', body)).body)
    setStanding(person, 'removed')
    const removed = await app.browser().post('/api/join', body)
    expect([removed.body, removed.cookies]).toMatchObject([{ ok: false, kind: 'taken' }, []])
    setStanding(person, 'blocked')
    const blocked = await app.browser().post('/api/join', body)
    expect([blocked.body, blocked.cookies]).toMatchObject([{ ok: false, kind: 'not-allowed' }, []])
  })

  test('a block holds in its own class only', async () => {
    const browser = app.browser()
    const { person } = await join(browser, 'Mallory')
    setStanding(person, 'blocked')
    opened = await app.openClass(await app.instructor())
    await join(browser, 'Mallory')
  })
})

describe('several seats in one browser', () => {
  test('each has its own cookie, and all are offered again', async () => {
    const browser = app.browser()
    const [ada, bo] = [await join(browser, 'Ada'), await join(browser, 'Bo')]
    expect(browser.jar.size).toBe(2)
    const { seats } = read(await browser.get(`/api/codes/${opened.code}`))
    const offered = seats.map(({ seat, name }) => [seat, name])
    expect(offered).toHaveLength(2)
    expect(offered).toContainEqual([ada.seat, 'Ada'])
    expect(offered).toContainEqual([bo.seat, 'Bo'])
    await browser.post('/api/rename', { class: opened.class, seat: ada.seat, name: 'Ada Lo' })
    expect(app.classes.person(opened.class, ada.person).name).toBe('Ada Lo')
    expect(app.classes.person(opened.class, bo.person).name).toBe('Bo')
  })

  test('seats of another class, and of another browser, are not offered', async () => {
    const browser = app.browser()
    await join(browser, 'Ada')
    const other = await app.openClass(await app.instructor())
    expect(read(await browser.get(`/api/codes/${other.code}`)).seats).toEqual([])
    expect(read(await app.browser().get(`/api/codes/${opened.code}`)).seats).toEqual([])
  })

  test('people who are set aside are offered their seat', async () => {
    const browser = app.browser()
    const { person } = await join(browser, 'Ada')
    setStanding(person, 'set-aside')
    expect(read(await browser.get(`/api/codes/${opened.code}`)).seats).toHaveLength(1)
  })

  test('a cookie under another seat is no key to that seat', async () => {
    const browser = app.browser()
    const ada = await join(browser, 'Ada')
    const mallory = app.browser()
    await join(mallory, 'Mallory')
    const [own = ''] = [...mallory.jar.values()]
    mallory.jar.set(app.access.names.seat(ada.seat), own)
    const answer = await mallory.post('/api/rename', { class: opened.class, seat: ada.seat, name: 'x' })
    expect(answer.status).toBe(401)
    expect(answer.body).toMatchObject({ ok: false, kind: 'signed-out' })
    expect(read(await mallory.get(`/api/codes/${opened.code}`)).seats.map(({ name }) => name)).toEqual([
      'Mallory',
    ])
  })

  test('a browser carries at most thirty; the oldest and unknown ones are let go', async () => {
    const browser = app.browser()
    browser.jar.set(app.access.names.seat('gone'), 'A'.repeat(22))
    for (let count = 0; count < 32; count++) {
      app.clock.time += 1
      await join(browser, `Person ${count}`)
    }
    expect(browser.jar.size).toBe(30)
    const names = read(await browser.get(`/api/codes/${opened.code}`)).seats.map(({ name }) => name)
    expect(names).toHaveLength(30)
    expect(names[0]).toBe('Person 31')
    expect(names).not.toContain('Person 1')
  })
})

describe('renaming', () => {
  test('cleans the name', async () => {
    const browser = app.browser()
    const { seat, person } = await join(browser, 'Ada')
    const answer = await browser.post('/api/rename', { class: opened.class, seat, name: '\u202eAda\tLo ' })
    expect(http.done.parse(answer.body)).toEqual({ ok: true })
    expect(app.classes.person(opened.class, person).name).toBe('Ada Lo')
  })

  test('is refused without the seat, with a seat of another class, and for who was removed', async () => {
    const browser = app.browser()
    const { seat, person } = await join(browser, 'Ada')
    const other = await app.openClass(await app.instructor())
    const say = 'This browser no longer holds that seat. Join again with the code.'
    const refused = { ok: false, kind: 'signed-out', say }
    const asked = { class: opened.class, seat, name: 'x' }
    expect((await app.browser().post('/api/rename', asked)).body).toEqual(refused)
    expect((await browser.post('/api/rename', { ...asked, class: other.class })).body).toEqual(refused)
    expect((await browser.post('/api/rename', { ...asked, seat: '__proto__' })).body).toEqual(refused)
    setStanding(person, 'removed')
    expect((await browser.post('/api/rename', asked)).body).toEqual(refused)
    expect(app.classes.person(opened.class, person).name).toBe('Ada')
  })

  test('a refusal of the class comes through, and an empty name is refused in words', async () => {
    const browser = app.browser()
    const { seat } = await join(browser, 'Ada')
    app.classes.refuseNext = { ok: false, kind: 'closed', say: 'This class is over.' }
    const asked = { class: opened.class, seat, name: 'Bo' }
    expect((await browser.post('/api/rename', asked)).body).toMatchObject({ kind: 'closed' })
    expect((await browser.post('/api/rename', { ...asked, name: ' ' })).body).toMatchObject({
      kind: 'invalid',
    })
  })
})

describe('wrong codes', () => {
  const wrong = () => app.browser().get('/api/codes/BBBBBB')

  test('an address has sixty in ten minutes, then even the right one waits', async () => {
    for (let count = 0; count < 60; count++) expect((await wrong()).status).toBe(404)
    const paused = await app.browser().get(`/api/codes/${opened.code}`)
    expect(paused.status).toBe(429)
    expect(paused.headers['retry-after']).toBe('600')
    expect(paused.body).toEqual({
      ok: false,
      kind: 'slow-down',
      say: 'Too many wrong codes were tried. Try again in 10 minutes.',
    })
    expect((await app.browser().post('/api/join', ask('Ada'))).status).toBe(429)
    app.clock.time += 600_000
    expect((await app.browser().get(`/api/codes/${opened.code}`)).status).toBe(200)
  })

  test('right ones cost nothing, and wrong ones in a join count too', async () => {
    for (let count = 0; count < 100; count++) {
      expect((await app.browser().get(`/api/codes/${opened.code}`)).status).toBe(200)
    }
    for (let count = 0; count < 60; count++) await app.browser().post('/api/join', ask('x', { code: 'nope' }))
    expect((await wrong()).status).toBe(429)
  })
})

describe('what somebody takes home', () => {
  test('is given to the browser that has the seat, and to no other', async () => {
    const browser = app.browser()
    const { class: classId, seat, person } = await join(browser, 'Ada')
    const address = `/api/classes/${classId}/seats/${seat}/copy`
    const answer = await browser.get(address)
    expect(http.ownCopy.parse(answer.body)).toEqual({
      title: 'Night shift',
      person,
      names: { p2: 'Ada' },
      scenes: [],
    })
    const other = app.browser()
    await join(other, 'Eve')
    for (const stranger of [app.browser(), other, await app.instructor('Ana')])
      expect((await stranger.get(address)).status).toBe(401)
    setStanding(person, 'removed')
    expect((await browser.get(address)).status).toBe(401)
  })
})
