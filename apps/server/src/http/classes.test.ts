import { http } from '@evenkeel/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppUnderTest, type Browser } from './app-under-test.ts'

let app: AppUnderTest
let ana: Browser
beforeEach(async () => {
  app = await AppUnderTest.start()
  ana = await app.instructor('Ana')
})
afterEach(() => app.close())

const choice = { title: ' Night  shift ', minutes: 90, kind: 'practice', place: 'same-room' }

describe('opening a class', () => {
  test('gives its code and the addresses for phones', async () => {
    const answer = await ana.post('/api/classes', choice)
    expect(answer.status).toBe(201)
    const head = http.classHead.parse(answer.body)
    expect(head).toMatchObject({
      class: 'c-1',
      title: 'Night  shift',
      openedAt: app.clock.time,
      closedAt: null,
    })
    expect(head.code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ3479]{6}$/)
    expect(head.addresses).toEqual([`http://192.168.7.7:3000/j/${head.code}`])
  })

  test('hands the preset of the four choices and the instructor to the class', async () => {
    await ana.post('/api/classes', { ...choice, kind: 'assessed', place: 'remote', minutes: 45 })
    const { settings, people } = app.classes.of('c-1')
    expect(settings).toMatchObject({ kind: 'assessed', medium: 'typed', pace: 'room', minutes: 45 })
    expect(settings.rotation.length).toBeGreaterThan(0)
    expect(people[0]?.name).toBe('Ana')
  })

  test('its language is chosen then, and is English if nothing is said', async () => {
    await ana.post('/api/classes', choice)
    await ana.post('/api/classes', { ...choice, language: 'es' })
    expect([app.classes.of('c-1').language, app.classes.of('c-2').language]).toEqual(['en', 'es'])
  })

  test('is for instructors', async () => {
    const answer = await app.browser().post('/api/classes', choice)
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({ ok: false, kind: 'signed-out', say: 'Sign in as an instructor first.' })
    expect(app.classes.all.size).toBe(0)
  })

  test.each([
    [{ minutes: 4 }, 'A class lasts between 5 and 600 minutes.'],
    [{ minutes: 601 }, 'A class lasts between 5 and 600 minutes.'],
    [{ language: 'fr' }, 'A class can be in one of these languages: en, es.'],
    [{ title: ' \u200b ' }, "The class's name can't be empty."],
    [{ title: 'x'.repeat(81) }, "The class's name can have at most 80 characters. This has 81."],
    [{ title: 'x'.repeat(2_001) }, "The class's name can have at most 80 characters."],
  ])('%j is refused in words', async (part, say) => {
    const answer = await ana.post('/api/classes', { ...choice, ...part })
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ ok: false, kind: 'invalid', say })
    expect(app.classes.all.size).toBe(0)
  })

  test('a refusal of the class comes through', async () => {
    app.classes.refuseNext = {
      ok: false,
      kind: 'cannot-save',
      say: "The server can't save right now. Try again.",
    }
    const answer = await ana.post('/api/classes', choice)
    expect(answer.status).toBe(503)
    expect(answer.body).toMatchObject({ ok: false, kind: 'cannot-save' })
    expect((await ana.get('/api/classes')).body).toEqual({ classes: [] })
  })

  test('a second click under the same id opens no second class, also while the first is under way', async () => {
    const asked = { ...choice, request: 'Zm9vYmFyYmF6cXV4' }
    const [first, second] = await Promise.all([
      ana.post('/api/classes', asked),
      ana.post('/api/classes', asked),
    ])
    const third = await ana.post('/api/classes', asked)
    expect(new Set([first, second, third].map(({ body }) => http.classHead.parse(body).class)).size).toBe(1)
    expect(app.classes.all.size).toBe(1)
    // Somebody else's id is their own, and what was refused is tried again.
    const ben = await app.instructor('Ben')
    app.classes.refuseNext = { ok: false, kind: 'cannot-save', say: 'Not now.' }
    expect((await ben.post('/api/classes', asked)).status).toBe(503)
    expect((await ben.post('/api/classes', asked)).status).toBe(201)
    expect(app.classes.all.size).toBe(2)
  })

  test('codes differ, and one that is taken is drawn again', async () => {
    const { code } = await app.openClass(ana)
    const same = await AppUnderTest.start()
    const record = { classId: 'c-0', code, title: 'x', ownerId: 'x', openedAt: same.clock.time }
    await same.people.putClass(record)
    const other = await same.openClass(await same.instructor('Ana'))
    expect(other.code).not.toBe(code)
    await same.close()
  })
})

describe('the list of classes', () => {
  test('the owner sees all, others their own, newest first', async () => {
    const ben = await app.instructor('Ben')
    await app.openClass(ana, 'First')
    app.clock.time += 1
    await app.openClass(ben, 'Second')
    const titles = async (browser: Browser) =>
      http.classList.parse((await browser.get('/api/classes')).body).classes.map(({ title }) => title)
    expect(await titles(ana)).toEqual(['Second', 'First'])
    expect(await titles(ben)).toEqual(['Second'])
  })

  test('is for instructors', async () => {
    expect((await app.browser().get('/api/classes')).status).toBe(401)
  })

  test('the address that the instructor came by comes first when a phone can use it', async () => {
    await app.openClass(ana)
    const answer = await ana.send('/api/classes', { headers: { host: 'classroom.local:3000' } })
    const [head] = http.classList.parse(answer.body).classes
    expect(head?.addresses.map(address => new URL(address).host)).toEqual([
      'classroom.local:3000',
      '192.168.7.7:3000',
    ])
  })

  test('PUBLIC_URL comes before all, once', async () => {
    const open = await AppUnderTest.start({ publicUrl: 'https://class.example.org/' })
    const owner = await open.instructor()
    const { code } = await open.openClass(owner)
    const answer = await owner.send('/api/classes', { headers: { host: 'class.example.org' } })
    const [head] = http.classList.parse(answer.body).classes
    expect(head?.addresses).toEqual([
      `https://class.example.org/j/${code}`,
      `http://192.168.7.7:3000/j/${code}`,
    ])
    await open.close()
  })
})
