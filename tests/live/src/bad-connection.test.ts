import { LIMITS } from '@evenkeel/protocol'
import { Browser, joinClass, Simulant } from '@evenkeel/simulant'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'
import { knock } from './harness/knock.ts'
import { expectTheLaw } from './harness/law.ts'
import { placeOf, type Trainee } from './harness/play.ts'
import { aScene, headOf, linesOf, stateHere } from './harness/scene.ts'

let here: ServerHere
const open: Simulant[] = []

beforeEach(async () => {
  here = await serverHere()
})
afterEach(async () => {
  for (const simulant of open.splice(0)) simulant.close()
  await here.stop()
})

const scene = async () => {
  const played = await aScene(here, { record: true })
  open.push(played.instructor, ...played.trainees)
  return played
}

let made = 0
const newId = () => `another-page-${++made}`

const texts = (count: number) => Array.from({ length: count }, (_, n) => `line ${n + 1}`)

const speak = (trainee: Trainee, text: string) =>
  trainee.act('Speak', { place: placeOf(trainee), how: 'say', text })

const heardOf = (simulant: Simulant, word: string) =>
  simulant.frames.filter(({ text }) => text.includes(word)).length

describe('too large and unparsable', () => {
  test('over 16 KB a message is refused in words and the connection stays', async () => {
    const { opened, customer } = await scene()
    const { id } = customer.socket
    const before = await headOf(here, opened.classId)
    const answer = await speak(customer, 'x'.repeat(LIMITS.message + 1))
    expect(answer).toMatchObject({ ok: false, kind: 'too-large', say: 'That is too long to send.' })
    // Counted in bytes and not in characters.
    expect(await speak(customer, 'é'.repeat(LIMITS.message / 2))).toMatchObject({ kind: 'too-large' })
    expect(await headOf(here, opened.classId)).toBe(before)
    await speak(customer, 'Still here.')
    expect(customer.socket.id).toBe(id)
  })

  const garbage: [name: string, send: (trainee: Trainee) => void][] = [
    [
      'a frame over 64 KB',
      it => it.socket.emit('command', { id: 'too-large-1', pad: 'x'.repeat(LIMITS.frame) }),
    ],
    ['a packet that is no JSON', it => it.socket.io.engine.send('2["command",{')],
    ['a packet of no known type', it => it.socket.io.engine.send('9!')],
    ['an event without a name', it => it.socket.io.engine.send('2{"a":1}')],
    ['a reserved event', it => it.socket.io.engine.send('2["disconnect"]')],
    ['bytes that nobody announced', it => it.socket.io.engine.send(new Uint8Array([1, 2, 3]))],
  ]
  test.each(garbage)('%s closes the connection, and nothing is lost or doubled', async (_, send) => {
    const { opened, customer, officer, trainees } = await scene()
    const { id } = customer.socket
    const sent = [speak(customer, 'line 1'), speak(customer, 'line 2')]
    send(customer)
    sent.push(speak(customer, 'line 3'))
    await customer.until(it => it.socket.id !== undefined && it.socket.id !== id)
    for (const answer of await Promise.all(sent)) expect(answer).toMatchObject({ ok: true })
    expect(await officer.until(it => linesOf(it)?.length === 3 && linesOf(it))).toEqual(texts(3))
    // It came back by its cursor, not by a second snapshot.
    await customer.until(it => it.frames.some(({ name }) => name === 'resumed'))
    expect(customer.frames.filter(({ name }) => name === 'snapshot')).toHaveLength(1)
    await expectTheLaw(trainees, () => stateHere(here, opened.classId))
  })

  test('a message without a proper id can not be answered: the page is sent away for a while', async () => {
    const { opened, customer } = await scene()
    const before = await headOf(here, opened.classId)
    customer.socket.emit('command', { id: '<script>', type: 'Speak', data: {} })
    await customer.until(it => it.bye)
    expect(customer.bye).toMatchObject({ kind: 'bad-message', again: LIMITS.floodBackOff })
    expect(await headOf(here, opened.classId)).toBe(before)
  })
})

describe('too many', () => {
  test('25 in one second: the last five wait, then all are there once and in order', async () => {
    const { opened, customer, officer, trainees } = await scene()
    here.clock.advance(1_000)
    const sent = texts(25).map(text => speak(customer, text))
    await customer.until(() => heardOf(customer, '"slow-down"') > 0)
    expect(linesOf(customer)?.length).toBeLessThanOrEqual(LIMITS.commandsPerSecond)
    here.clock.advance(1_000)
    for (const answer of await Promise.all(sent)) expect(answer).toMatchObject({ ok: true })
    expect(await officer.until(it => linesOf(it)?.length === 25 && linesOf(it))).toEqual(texts(25))
    here.clock.advance(1_000)
    await expectTheLaw(trainees, () => stateHere(here, opened.classId))
  })

  test('150 in one second: sent away for ten seconds each time, others go on, and in the end all are there once', async () => {
    const { opened, customer, officer, trainees } = await scene()
    here.clock.advance(1_000)
    const byes: unknown[] = []
    customer.socket.on('bye', bye => {
      byes.push(bye)
      // The test brings it back itself: the ten seconds are the clock's.
      customer.bye = undefined
    })
    const sent = texts(150).map(text => speak(customer, text))
    await customer.until(it => !it.socket.connected)
    expect(byes).toMatchObject([{ kind: 'slow-down', again: LIMITS.floodBackOff }])
    expect(await speak(officer, 'Good morning.')).toMatchObject({ ok: true })
    const first = await officer.until(it => linesOf(it)?.includes('Good morning.') && linesOf(it))
    expect(first).toEqual([...texts(LIMITS.commandsPerSecond), 'Good morning.'])
    // Whoever is sent away has the answers to what was let through, so each time a second's worth is done with.
    // The first message of a connection asks for the view.
    for (let left = 130; left > 0; left -= LIMITS.commandsPerSecond - 1) {
      expect(customer.unanswered).toBe(left)
      here.clock.advance(LIMITS.floodBackOff)
      customer.reconnect()
      await customer.until(it => it.socket.connected)
      await customer.until(it => !it.socket.connected || it.unanswered === 0)
    }
    await Promise.all(sent)
    const lines = await officer.until(it => linesOf(it)?.length === 151 && linesOf(it))
    expect(new Set(lines)).toEqual(new Set([...texts(150), 'Good morning.']))
    here.clock.advance(1_000)
    await expectTheLaw(trainees, () => stateHere(here, opened.classId))
  })
})

test('who was sent away and comes straight back waits at the door, and nobody else does', async () => {
  const { customer, officer } = await scene()
  here.clock.advance(1_000)
  customer.socket.on('bye', () => {
    customer.bye = undefined
  })
  const sent = texts(150).map(text => speak(customer, text))
  await customer.until(it => !it.socket.connected)
  customer.reconnect()
  for (let n = 0; n < 20; n++) expect(await speak(officer, `still here ${n}`)).toMatchObject({ ok: true })
  expect(customer.socket.connected).toBe(false)
  here.clock.advance(LIMITS.floodBackOff)
  await customer.until(it => it.socket.connected)
  customer.close()
  expect(sent).toHaveLength(150)
})

test('two tabs of one seat show the same, whichever of them speaks', async () => {
  const { opened, officer } = await scene()
  const browser = new Browser(here.base)
  const one = await joinClass(here.base, opened.code, 'Late', { browser })
  const as = { kind: 'seat', seat: one.seatHandle } as const
  const two = new Simulant({ browser, classId: opened.classId, as, newId, reconnectAfter: 5 })
  two.follow('seat')
  open.push(one, two)
  await two.until(it => it.seat)
  await two.do('CallHelp', {})
  await one.until(it => it.seat?.me.help)
  await one.do('EndHelp', { person: one.person })
  await two.until(it => it.seat?.me.help === false)
  expect(two.seat).toEqual(one.seat)
  expect(officer.seat?.me.help).toBe(false)
})

describe('the handshake', () => {
  test('who waits for something while the server does not let them in is told why', async () => {
    const opened = await aClass(here.base)
    const as = { kind: 'seat', seat: 'nobody' } as const
    const stranger = new Simulant({ browser: new Browser(here.base), classId: opened.classId, as, newId })
    open.push(stranger)
    const say = 'This browser has no seat in that class. Join it with the code.'
    await expect(stranger.act('CallHelp', {})).rejects.toMatchObject({ kind: 'signed-out', message: say })
    await expect(stranger.until(it => it.seat)).rejects.toMatchObject({ kind: 'signed-out', message: say })
    // Also whoever begins to wait afterwards.
    await expect(stranger.until(it => it.seat)).rejects.toThrow(say)
    await expect(stranger.act('CallHelp', {})).rejects.toThrow(say)
    expect(await stranger.until(it => it.refused)).toEqual({ kind: 'signed-out', say })
  })

  test('the protocol version, the cookie, the seat, the class and the shape are looked at', async () => {
    const opened = await aClass(here.base)
    const other = await aClass(here.base, { title: 'Another' }, 'Otto')
    const [ana, ben] = [new Browser(here.base), new Browser(here.base)]
    const first = await joinClass(here.base, opened.code, 'Ana', { browser: ana })
    const second = await joinClass(here.base, opened.code, 'Ben', { browser: ben })
    open.push(first, second)
    const as = { kind: 'seat', seat: first.seatHandle } as const
    const good = { class: opened.classId, as, cookie: ana.cookies }
    expect(await knock(here.base, good)).toBe('in')
    const notYours = {
      kind: 'signed-out',
      say: 'This browser has no seat in that class. Join it with the code.',
    }
    const cases: [name: string, change: Partial<Parameters<typeof knock>[1]>, answer: object][] = [
      ['another version', { v: 999 }, { kind: 'version', say: 'This page is out of date. Load it again.' }],
      ['no cookie', { cookie: undefined }, notYours],
      ["another seat's cookie", { cookie: ben.cookies }, notYours],
      ['another class', { class: other.classId }, notYours],
      ['no such class', { class: 'nowhere' }, notYours],
      ['an instructor with a seat only', { as: { kind: 'instructor' } }, notYours],
      ['a screen with a seat only', { as: { kind: 'screen' } }, notYours],
      ['__proto__ as a seat', { as: { kind: 'seat', seat: '__proto__' } }, notYours],
      ['no known shape', { as: { kind: 'server' } as never }, { kind: 'bad-message' }],
    ]
    const before = [await headOf(here, opened.classId), await headOf(here, other.classId)]
    for (const [name, change, answer] of cases)
      expect(await knock(here.base, { ...good, ...change }), name).toMatchObject(answer)
    expect([await headOf(here, opened.classId), await headOf(here, other.classId)]).toEqual(before)
  })

  test('a page of another site is not let in, whatever cookie its browser carries', async () => {
    const opened = await aClass(here.base)
    const browser = new Browser(here.base)
    const ana = await joinClass(here.base, opened.code, 'Ana', { browser })
    open.push(ana)
    const as = { kind: 'seat', seat: ana.seatHandle } as const
    const own = { class: opened.classId, as, cookie: browser.cookies }
    expect(await knock(here.base, { ...own, origin: here.base })).toBe('in')
    for (const origin of ['https://evil.example', 'null', here.base.replace('127.0.0.1', 'localhost')])
      expect(await knock(here.base, { ...own, origin }), origin).toBeInstanceOf(Error)
  })

  test.each([true, false])(
    '[C7] a removed person (block: %s) is sent away and does not come back',
    async block => {
      const { opened, instructor } = await scene()
      const browser = new Browser(here.base)
      const ana = await joinClass(here.base, opened.code, 'Ana', { browser })
      open.push(ana)
      await ana.until(it => it.seat)
      const waiting = expect(ana.until(it => it.seat?.room)).rejects.toThrow('taken you out of this class')
      await instructor.do('RemovePerson', { person: ana.person, block })
      await ana.until(it => it.bye)
      await waiting
      expect(ana.bye).toEqual({ kind: 'signed-out', say: 'Your instructor has taken you out of this class.' })
      const as = { kind: 'seat', seat: ana.seatHandle } as const
      const answer = await knock(here.base, { class: opened.classId, as, cookie: browser.cookies })
      expect(answer).toMatchObject({ kind: 'signed-out' })
      // Who is blocked stays out with this browser; who was only removed may join once more.
      const again = joinClass(here.base, opened.code, 'Ana', { browser })
      if (block) await expect(again).rejects.toMatchObject({ kind: 'not-allowed' })
      else open.push(await again)
    },
  )
})
