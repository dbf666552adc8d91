import { instruct, joinClass, type Simulant } from '@evenkeel/simulant'
import { afterEach, expect, test } from 'vitest'
import { CANARY, canaryLibrary } from './harness/canaries.ts'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'
import { inSeat, joinMany, placeOf, readyAll, startRound } from './harness/play.ts'
import { followAsScreen } from './harness/screen.ts'

/* What everybody is sent when somebody takes the seat of a player who was lost, and when an instructor looks into a room. */

const ROOM = 'r1-1'
const GRACE = 30_000
let here: ServerHere
const open: Simulant[] = []
afterEach(async () => {
  for (const simulant of open.splice(0)) simulant.close()
  await here.stop()
})

/** Three play a typed scene, one has come late and sits nowhere, and a screen looks on. */
async function aScene() {
  here = await serverHere({ library: await canaryLibrary() })
  const record = { record: true }
  const opened = await aClass(here.base)
  const instructor = instruct(opened, ['console', 'wall'], record)
  open.push(instructor)
  await instructor.until(it => it.console)
  const trainees = await joinMany(here.base, opened, 3, record)
  const screen = await followAsScreen(opened, here.base, record)
  open.push(...trainees, screen)
  await startRound(instructor, trainees)
  const late = await joinClass(here.base, opened.code, 'Trainee 4', record)
  open.push(late)
  await late.until(it => it.seat)
  await readyAll(trainees)
  const [customer, officer] = [inSeat(trainees, ROOM, 'customer'), inSeat(trainees, ROOM, 'officer')]
  const observer = inSeat(trainees, ROOM, 'observer')
  return { instructor, screen, late, customer, officer, observer }
}

const heard = (simulant: Simulant, part: string): number =>
  new Set(
    simulant.frames
      .flatMap(({ text }) => text.match(CANARY) ?? [])
      .filter(found => found.startsWith(`kq${part}c`)),
  ).size

test('[D11] [V2] [V3] who takes a lost officer’s seat reads its brief from then on, and nobody else does', async () => {
  const { instructor, screen, late, customer, officer, observer } = await aScene()
  await customer.do('Speak', { place: placeOf(customer), how: 'say', text: 'I have waited for an hour.' })
  officer.drop()
  await instructor.until(it => it.presence.get(officer.person) === 'away')
  here.clock.advance(GRACE + 1_000)
  await customer.until(it => it.seat?.room?.phase.held)
  expect(heard(late, 'officer')).toBe(0)
  const before = [customer, observer, screen].map(it => heard(it, 'officer'))
  expect(before).toEqual([0, heard(observer, 'officer'), 0])
  await instructor.do('SeatPerson', {
    person: late.person,
    room: ROOM,
    seat: 'officer',
    instead: officer.person,
  })
  await late.until(it => it.seat?.room?.seat === 'officer')
  // What was played is there; the customer's side is not.
  expect(late.seat?.room?.scenes[0]?.lines.map(({ text }) => text)).toEqual(['I have waited for an hour.'])
  expect(heard(late, 'officer')).toBeGreaterThan(3)
  for (const part of ['customer', 'answer', 'twist-customer', 'debrief'])
    expect(heard(late, part), part).toBe(0)
  await customer.until(it => it.seat?.room?.phase.held === undefined)
  expect([customer, observer, screen].map(it => heard(it, 'officer'))).toEqual(before)
  // Who was lost has another seat in what their device holds from now on.
  officer.reconnect()
  await officer.until(it => it.seat?.room?.seat === 'observer')
  expect(officer.seat?.room?.seats.officer).toBe(late.person)
})

test('[D11] an instructor who takes the seat plays it with the officer’s side alone', async () => {
  const { instructor, customer, officer } = await aScene()
  instructor.follow('seat')
  const { person } = (await instructor.until(it => it.seat)).me
  officer.drop()
  await instructor.until(it => it.presence.get(officer.person) === 'away')
  here.clock.advance(GRACE + 1_000)
  await customer.until(it => it.seat?.room?.phase.held)
  expect(heard(instructor, 'officer')).toBe(0)
  await instructor.do('SeatPerson', { person, room: ROOM, seat: 'officer', instead: officer.person })
  await instructor.until(it => it.seat?.room?.seat === 'officer')
  expect(heard(instructor, 'officer')).toBeGreaterThan(3)
  expect(heard(instructor, 'customer')).toBe(0)
  expect(heard(customer, 'officer')).toBe(0)
})

test('nobody in a room is sent anything when an instructor looks into it, and looks away', async () => {
  const { instructor, late, customer, officer, observer } = await aScene()
  const trainees = [late, customer, officer, observer]
  // Everything that was sent before has arrived: the own answer comes behind it.
  const caughtUp = () => Promise.all(trainees.map(each => each.act('SetReading', { factor: 1 })))
  await caughtUp()
  const before = trainees.map(({ frames }) => frames.length)
  instructor.follow(`room:${ROOM}`)
  await instructor.until(it => it.room(ROOM))
  instructor.unfollow(`room:${ROOM}`)
  await instructor.act('SetReading', { factor: 1 })
  await caughtUp()
  const since = trainees.map(({ frames }, index) => frames.slice(before[index]).map(({ name }) => name))
  expect(since).toEqual(trainees.map(() => ['answers']))
})
