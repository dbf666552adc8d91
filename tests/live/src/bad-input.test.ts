import { http } from '@evenkeel/protocol'
import { Browser, instruct, joinClass, type Simulant, signIn } from '@evenkeel/simulant'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fillableStore } from './harness/failing-store.ts'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'
import { expectTheLaw } from './harness/law.ts'
import { PASSCODE } from './harness/parts.ts'
import { act, placeOf, startRound } from './harness/play.ts'
import { aScene, headOf, linesOf, stateHere } from './harness/scene.ts'

const DAY = 86_400_000

let here: ServerHere
const open: Simulant[] = []
const opening = <T extends Simulant>(simulant: T): T => {
  open.push(simulant)
  return simulant
}

beforeEach(async () => {
  here = await serverHere()
})
afterEach(async () => {
  for (const simulant of open.splice(0)) simulant.close()
  await here.stop()
})

const scene = async () => {
  const played = await aScene(here)
  open.push(played.instructor, ...played.trainees)
  return played
}

describe('at the door', () => {
  const noSuchCode = { kind: 'unknown', message: "That code doesn't match an open class." }

  test('an unknown code, one that can be none, and one of a class that is over', async () => {
    const opened = await aClass(here.base)
    const instructor = opening(instruct(opened))
    for (const code of ['BBBBBB', '', '????', 'x'.repeat(40)])
      await expect(joinClass(here.base, code, 'Ana')).rejects.toMatchObject(noSuchCode)
    await instructor.do('CloseClass', {})
    await expect(joinClass(here.base, opened.code, 'Ana')).rejects.toMatchObject(noSuchCode)
    here.clock.advance(DAY + 1_000)
    await expect(joinClass(here.base, opened.code, 'Ana')).rejects.toMatchObject(noSuchCode)
  })

  test.each([
    ['an empty name', '   ', "Your name can't be empty."],
    ['one of control characters', '\u0000\u0007\u009f', "Your name can't be empty."],
    ['one of zero width', '\u200b\u200d\u2060', "Your name can't be empty."],
    ['an endless one', 'x'.repeat(10_000), 'Your name can have at most 60 characters.'],
    ['one that is too long', 'x'.repeat(61), 'Your name can have at most 60 characters. This has 61.'],
  ])('%s is refused with a sentence, and nobody has joined', async (_, name, say) => {
    const opened = await aClass(here.base)
    const before = await headOf(here, opened.classId)
    await expect(joinClass(here.base, opened.code, name)).rejects.toMatchObject({ message: say })
    expect(await headOf(here, opened.classId)).toBe(before)
  })

  test('names are cleaned, and equal ones are two people to the instructor', async () => {
    const opened = await aClass(here.base)
    const instructor = opening(instruct(opened))
    const first = opening(await joinClass(here.base, opened.code, '  A\u0007na\n\u202e '))
    const second = opening(await joinClass(here.base, opened.code, 'Ana'))
    expect(first.person).not.toBe(second.person)
    await instructor.until(it => it.names.get(second.person))
    expect([first, second].map(({ person }) => instructor.names.get(person))).toEqual(['Ana', 'Ana'])
    await instructor.until(it => it.console?.people[first.person] && it.console.people[second.person])
  })

  test('a wrong passcode five times: a pause that grows and ends', async () => {
    const knockWith = (passcode: string) => signIn(here.base, { name: 'Ines', passcode })
    for (let n = 0; n < 5; n++)
      await expect(knockWith('wrong one')).rejects.not.toMatchObject({ kind: 'slow-down' })
    const slow = { kind: 'slow-down', status: 429 }
    await expect(knockWith(PASSCODE)).rejects.toMatchObject({
      ...slow,
      message: expect.stringMatching(/in 1 second\./),
    })
    here.clock.advance(1_000)
    await expect(knockWith('wrong one')).rejects.not.toMatchObject({ kind: 'slow-down' })
    await expect(knockWith(PASSCODE)).rejects.toMatchObject({
      ...slow,
      message: expect.stringMatching(/in 2 seconds\./),
    })
    here.clock.advance(2_000)
    await knockWith(PASSCODE)
  })
})

describe('commands', () => {
  test('wrong shapes, unknown types, extra fields and __proto__ are bad messages and change nothing', async () => {
    const { opened, customer, trainees } = await scene()
    const place = placeOf(customer)
    const line = { place, how: 'say', text: 'Hello.' }
    const cases: [type: string, data: unknown][] = [
      ['Dance', {}],
      ['__proto__', {}],
      ['constructor', {}],
      ['JoinClass', { role: 'instructor' }],
      ['PassDeadline', { room: 'r1-1', endsAt: 1 }],
      ['Speak', null],
      ['Speak', []],
      ['Speak', 'Hello.'],
      ['Speak', { ...line, text: 7 }],
      ['Speak', { ...line, text: undefined }],
      ['Speak', { ...line, how: 'sing' }],
      ['Speak', { ...line, actor: 'p1' }],
      ['Speak', { ...line, place: { ...place, admin: true } }],
      ['Speak', { ...line, place: { ...place, seat: 'instructor\u0000' } }],
      ['Speak', { ...line, place: { ...place, room: 'constructor' } }],
      ['Speak', JSON.parse(`{"place":${JSON.stringify(place)},"how":"say","text":"x","__proto__":{"a":1}}`)],
      ['SetTemperature', { place, level: 8 }],
      ['SetTemperature', { place, level: 3, ago: -1 }],
    ]
    const before = await headOf(here, opened.classId)
    for (const [type, data] of cases) {
      const answer = await customer.act(type as never, data as never)
      expect(answer, JSON.stringify([type, data])).toMatchObject({ ok: false, kind: 'bad-message' })
    }
    // A field beside the command's own, which no outbox would send.
    const answers = new Promise(resolve => customer.socket.once('answers', resolve))
    customer.socket.emit('command', { id: 'one-field-more', type: 'CallHelp', data: {}, actor: 'p1' })
    expect(await answers).toMatchObject({ answers: [{ id: 'one-field-more', kind: 'bad-message' }] })
    expect(await headOf(here, opened.classId)).toBe(before)
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('a')
    here.clock.advance(1_000)
    await customer.do('Speak', { place, how: 'say', text: 'Still here.' })
    await expectTheLaw(trainees, () => stateHere(here, opened.classId))
  })

  test('another room, a seat not held, a wrong phase and a scene that is over are refused', async () => {
    const { opened, instructor, customer, observer, trainees } = await scene()
    const place = placeOf(customer)
    const say = { how: 'say', text: 'Hello.' } as const
    const refused = async (sent: Promise<unknown>, kind: string) => {
      const answer = await sent
      expect(answer).toMatchObject({ ok: false, kind })
      expect(answer).toMatchObject({ say: expect.stringMatching(/^[A-Z].*\.$/) })
    }
    const before = await headOf(here, opened.classId)
    const elsewhere = { ...place, room: 'r1-9', scene: 'r1-9.1' }
    await refused(customer.act('Speak', { place: elsewhere, ...say }), 'moved-on')
    await refused(customer.act('Speak', { place: { ...place, seat: 'officer' }, ...say }), 'moved-on')
    await refused(customer.act('Speak', { place: { ...place, scene: 'r1-1.2' }, ...say }), 'moved-on')
    await refused(observer.act('Speak', { place: placeOf(observer), ...say }), 'not-allowed')
    await refused(customer.act('Consent', { place, on: true }), 'wrong-phase')
    await refused(customer.act('Speak', { place, how: 'say', text: 'x'.repeat(10_000) }), 'invalid')
    await refused(customer.act('Speak', { place, how: 'say', text: ' \u200b ' }), 'invalid')
    await refused(customer.act('RemovePerson', { person: observer.person, block: true }), 'not-allowed')
    expect(await headOf(here, opened.classId)).toBe(before)
    await act(customer, 'Stop')
    await refused(customer.act('Speak', { place, ...say }), 'wrong-phase')
    await instructor.do('Next', { round: 1, to: 'done' })
    await startRound(instructor, trainees)
    await refused(customer.act('Speak', { place, ...say }), 'moved-on')
  })

  test('[X6] what an instructor asks too late is answered in words on the wire, and nothing changes', async () => {
    const { opened, instructor, customer, officer, observer } = await scene()
    const place = { ...placeOf(customer), seat: 'instructor' } as const
    const late = await joinClass(here.base, opened.code, 'Late', { browser: new Browser(here.base) })
    open.push(late)
    await instructor.until(it => it.console?.people[late.person])
    // The officer goes, with what was meant for that seat.
    await instructor.do('SetAside', { person: officer.person })
    const twists = (await stateHere(here, opened.classId)).cards[
      instructor.console?.rooms['r1-1']?.card ?? ''
    ]?.twists
    const index = twists?.[0]?.to === 'officer' ? 0 : 1
    expect(twists?.[index]?.to).toBe('officer')
    const before = await headOf(here, opened.classId)
    const refused = async (sent: Promise<unknown>, kind: string) => {
      expect(await sent).toMatchObject({ ok: false, kind, say: expect.stringMatching(/^[A-Z].*\.$/) })
      expect(await headOf(here, opened.classId)).toBe(before)
    }
    await refused(instructor.act('DropTwist', { place, index }), 'gone')
    await refused(instructor.act('Whisper', { place, to: officer.person, text: 'Slower.' }), 'gone')
    const seat = { room: 'r1-1', seat: 'customer' } as const
    await refused(instructor.act('SeatPerson', { person: late.person, ...seat }), 'taken')
    await refused(instructor.act('SeatPerson', { person: officer.person, room: 'r1-1' }), 'gone')
    await refused(instructor.act('SwapSeats', { a: officer.person, b: observer.person }), 'gone')
    await refused(instructor.act('UndoMerge', { person: 'p77' }), 'gone')
    await instructor.do('EndRoom', { place })
    const ended = await headOf(here, opened.classId)
    const again = await instructor.act('EndRoom', { place })
    expect(again).toMatchObject({ ok: false, kind: 'wrong-phase', say: expect.stringMatching(/^[A-Z].*\.$/) })
    expect(await headOf(here, opened.classId)).toBe(ended)
  })

  test('[J4] the same id twice gives the first answer, also with another content', async () => {
    const { opened, customer } = await scene()
    const line = { place: placeOf(customer), how: 'say' } as const
    const first = await customer.act('Speak', { ...line, text: 'Once.' }, 'the-same-id')
    const before = await headOf(here, opened.classId)
    expect(await customer.act('Speak', { ...line, text: 'Once.' }, 'the-same-id')).toEqual(first)
    expect(await customer.act('Speak', { ...line, text: 'Twice.' }, 'the-same-id')).toEqual(first)
    expect(await headOf(here, opened.classId)).toBe(before)
    expect(linesOf(customer)).toEqual(['Once.'])
  })
})

test('[J16] a full disk: refused in words, nothing acknowledged, not ready, and it goes on by itself', async () => {
  const store = fillableStore()
  const full = await serverHere({ store })
  try {
    const { opened, customer, officer, instructor, trainees } = await aScene(full, { record: true })
    open.push(instructor, ...trainees)
    const before = await headOf(full, opened.classId)
    store.full = true
    let answered = false
    const line = { place: placeOf(customer), how: 'say', text: 'Kept.' } as const
    const sent = customer.do('Speak', line).then(() => {
      answered = true
    })
    await customer.until(it =>
      it.frames.some(({ text }) => text.includes("The server can't save right now.")),
    )
    await expect(joinClass(full.base, opened.code, 'Late')).rejects.toMatchObject({ kind: 'cannot-save' })
    await expect(new Browser(full.base).get('/readyz', http.done)).rejects.toMatchObject({ status: 503 })
    expect([answered, await headOf(full, opened.classId)]).toEqual([false, before])
    expect(linesOf(officer)).toEqual([])
    store.full = false
    full.clock.advance(1_000)
    await sent
    expect(await officer.until(it => linesOf(it)?.length)).toBe(1)
    await new Browser(full.base).get('/readyz', http.done)
    await expectTheLaw(trainees, () => stateHere(full, opened.classId))
  } finally {
    await full.stop()
  }
})
