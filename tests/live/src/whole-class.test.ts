import { type PersonId, viewOf } from '@evenkeel/classroom'
import { Browser, instruct, joinClass, type Simulant } from '@evenkeel/simulant'
import { afterEach, expect, test } from 'vitest'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'
import { expectTheLaw } from './harness/law.ts'
import { seededChance } from './harness/parts.ts'
import { act, inSeat, joinMany, placeOf, startRound, type Trainee } from './harness/play.ts'
import { headOf, stateHere } from './harness/scene.ts'
import { followAsScreen } from './harness/screen.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

let here: ServerHere
const open: Simulant[] = []

afterEach(async () => {
  for (const simulant of open.splice(0)) simulant.close()
  await here.stop()
})

const phaseIs = (simulants: readonly Trainee[], name: string) =>
  Promise.all(simulants.map(simulant => simulant.until(it => it.seat?.room?.phase.name === name)))

function roomsOf(instructor: Simulant) {
  const rooms = instructor.console?.rooms
  if (rooms === undefined) throw new Error('the instructor sees no class')
  return rooms
}

/** Who played which part in the round that goes on. */
function cast(instructor: Simulant): { customers: PersonId[]; officers: PersonId[] } {
  const seats = Object.values(roomsOf(instructor)).map(room => room.seats)
  const known = (person: PersonId | null) => (person === null ? [] : [person])
  return {
    customers: seats.flatMap(({ customer }) => known(customer)),
    officers: seats.flatMap(({ officer }) => known(officer)),
  }
}

test('a class of seven who face each other, from the first code to the end', async () => {
  here = await serverHere({ chance: seededChance(11) })
  const { base, clock } = here
  const opened = await aClass(base, { place: 'same-room' })
  const instructor = instruct(opened)
  await instructor.until(it => it.console)
  const trainees = await joinMany(base, opened, 7, { record: true, reconnectAfter: 5 })
  const screen = await followAsScreen(opened, base)
  open.push(instructor, screen, ...trainees)
  const next = (round: number, to: 'scene' | 'rating' | 'debrief' | 'done') =>
    instructor.do('Next', { round, to })
  const head = () => headOf(here, opened.classId)

  // ---- the first round: briefing
  await startRound(instructor, trainees, { focus: ['attention', 'paraphrase'] })
  const first = cast(instructor)
  const mates = trainees.filter(it => it.seat?.room?.id === 'r1-1')
  const others = trainees.filter(it => !mates.includes(it))
  const [customer, officer] = [inSeat(mates, 'r1-1', 'customer'), inSeat(mates, 'r1-1', 'officer')]
  const observer = inSeat(mates, 'r1-1', 'observer')
  const watch = { ...placeOf(customer), seat: 'instructor' } as const
  expect([customer.seat?.room?.officer, officer.seat?.room?.customer]).toEqual([null, null])
  // [C9] A device is out: its seat is on paper, and the instructor speaks for it.
  const [onPaper] = others
  if (onPaper === undefined) throw new Error('everybody sits in one room')
  await onPaper.do('HoldOnPaper', { person: onPaper.person, on: true })
  const theirs = { ...placeOf(onPaper), seat: 'instructor' } as const
  await instructor.do('ReadyFor', { place: theirs, person: onPaper.person })
  await Promise.all(trainees.filter(it => it !== onPaper).map(it => act(it, 'Ready')))
  // [R8] Everybody is ready, and yet at class-wide pace the room waits for Next.
  await heardAll(instructor)
  const phases = Object.values(roomsOf(instructor)).map(room => room.phase.name)
  expect(new Set(phases)).toEqual(new Set(['briefing']))
  // [R14] Who comes late is given a seat to observe from.
  const lateBrowser = new Browser(base)
  const late = await joinClass(base, opened.code, 'Late', { browser: lateBrowser, reconnectAfter: 5 })
  open.push(late)
  await instructor.do('SeatPerson', { person: late.person, room: 'r1-1' })
  expect(await late.until(it => it.seat?.room?.seat)).toBe('observer')

  // ---- the scene
  await next(1, 'scene')
  await phaseIs(trainees, 'scene')
  // [R7] The count-in takes nothing from the scene.
  expect(customer.seat?.room?.phase).toMatchObject({
    startsAt: clock.now() + 5 * SECOND,
    endsAt: clock.now() + 5 * SECOND + 5 * MINUTE,
  })
  clock.advance(5 * SECOND)
  const place = placeOf(customer)
  expect(await customer.act('Speak', { place, how: 'say', text: 'Hello.' })).toMatchObject({ ok: false })
  await customer.do('SetTemperature', { place, level: 6 })
  clock.advance(30 * SECOND)
  await observer.do('Mark', { place: placeOf(observer), mark: 'helped' })
  await observer.do('NameMoment', { place: placeOf(observer), moment: 'm1', behaviour: 'paraphrase' })
  await instructor.do('Mark', { place: watch, mark: 'hurt' })
  await customer.do('SetTemperature', { place, level: 3 })
  // [D6] [D7] The officer's phone sleeps for the rest of the scene: nobody is told, nothing stands.
  officer.drop()
  const asleep = await head()
  clock.advance(4 * MINUTE)
  await heardAll(instructor)
  expect(await head()).toBe(asleep)
  // [R8] The scene goes on by its own clock, and by nothing else.
  clock.advance(30 * SECOND)
  await phaseIs([customer, observer, late, ...others], 'wrap-up')
  clock.advance(30 * SECOND)
  await phaseIs([customer, observer, late, ...others], 'step-out')
  officer.reconnect()
  await phaseIs([officer], 'step-out')
  expect(officer.seat?.room?.scenes[0]?.curve).toBeNull()

  // ---- afterwards: cues, the curve, ratings
  await customer.do('ConfirmCue', { place, cue: { kind: 'trigger', index: 0 }, words: 'You said never.' })
  await customer.do('CorrectCurve', {
    place,
    points: [
      { level: 5, offset: 0 },
      { level: 2, offset: 40_000 },
    ],
  })
  await next(1, 'rating')
  await phaseIs([...mates, late, ...others], 'rating')
  await customer.do('Rate', { place, scores: { listened: 4 }, sentence: 'You let me finish.' })
  await officer.do('Rate', {
    place: placeOf(officer),
    scores: { attention: 3, paraphrase: 'not-observable' },
  })
  await observer.do('Rate', { place: placeOf(observer), scores: { attention: 5 } })
  for (const person of [customer, officer, observer]) await act(person, 'FinishRating')
  // [G5] The reveal waits for all who sit there, the latecomer too; the other room waits for Next.
  await heardAll(instructor)
  expect(roomsOf(instructor)['r1-1']?.phase.name).toBe('rating')
  await Promise.all([...mates.filter(it => ![customer, officer, observer].includes(it)), late].map(finish))
  await phaseIs([...mates, late], 'debrief')
  expect(onPaper.seat?.room?.phase.name).toBe('rating')
  await next(1, 'debrief')
  await phaseIs(others, 'debrief')
  const revealed = officer.seat?.room
  expect(revealed?.customer).not.toBeNull()
  expect(revealed?.scenes[0]?.curve).not.toBeNull()
  expect(revealed?.scenes[0]?.corrected).toHaveLength(2)
  expect(revealed?.scenes[0]?.moments.map(({ as, mark }) => `${as} ${mark}`)).toEqual([
    'observer helped',
    'instructor hurt',
    'customer hurt',
  ])
  // [G7] Those about the officer are the officer's alone.
  expect(revealed?.ratings).toHaveLength(3)
  expect(observer.seat?.room?.ratings).toHaveLength(1)

  // ---- [G9] [G10] consent and the projector
  for (const person of mates) await person.do('Consent', { place: placeOf(person), on: true })
  expect(await instructor.act('ProjectDebrief', { room: 'r1-1' })).toMatchObject({ kind: 'not-allowed' })
  await late.do('Consent', { place: placeOf(late), on: true })
  await instructor.do('ProjectDebrief', { room: 'r1-1' })
  await screen.until(it => it.projector?.debrief)
  await observer.do('Consent', { place: placeOf(observer), on: false })
  await screen.until(it => it.projector?.debrief === null)

  // ---- [R18] the retake, swapped
  await officer.do('StartRetake', { place: placeOf(officer), offset: 10_000, swapped: true })
  await phaseIs([...mates, late], 'retake')
  expect([customer.place?.seat, officer.place?.seat]).toEqual(['officer', 'customer'])
  await officer.do('SetTemperature', { place: placeOf(officer), level: 2 })
  clock.advance(2 * MINUTE + 10 * SECOND)
  await phaseIs([...mates, late], 'debrief')
  expect(customer.seat?.room?.scenes).toHaveLength(2)
  await next(1, 'done')
  await phaseIs([...mates, late, ...others], 'done')

  // ---- the second round: somebody set aside, others in other parts
  const [aside] = others.filter(it => it !== onPaper)
  if (aside === undefined) throw new Error('nobody to set aside')
  await instructor.do('SetAside', { person: aside.person })
  const playing = [...trainees.filter(it => it !== aside), late]
  await startRound(instructor, playing)
  expect(aside.seat?.room).toBeNull()
  const second = cast(instructor)
  expect(second.customers.filter(person => first.customers.includes(person))).toEqual([])
  expect(second.officers.filter(person => first.officers.includes(person))).toEqual([])
  await next(2, 'scene')
  await phaseIs(playing, 'scene')
  clock.advance(20 * SECOND)

  // ---- [S8] one room is stopped by its officer, the other by the instructor: nobody can tell which
  const [stopped, ended] = Object.keys(roomsOf(instructor))
  if (stopped === undefined || ended === undefined) throw new Error('two rooms expected')
  const stopper = inSeat(playing, stopped, 'officer')
  await act(stopper, 'Stop')
  const room = roomsOf(instructor)[ended]
  if (room === undefined) throw new Error(`there is no room ${ended}`)
  await instructor.do('EndRoom', { place: { room: ended, scene: room.scene, seat: 'instructor' } })
  const touched = playing.filter(it => [stopped, ended].includes(it.seat?.room?.id ?? ''))
  await phaseIs(touched, 'stopped')
  for (const trainee of touched) {
    expect(trainee.seat?.room?.phase).toEqual({ name: 'stopped' })
    expect(trainee.frames.filter(({ text }) => text.includes('stoppedBy'))).toEqual([])
  }
  expect(roomsOf(instructor)[stopped]?.stoppedBy).toBe(stopper.person)
  expect(roomsOf(instructor)[ended]?.stoppedBy).not.toBe(stopper.person)
  await next(2, 'done')

  // ---- [C7] removed and back as somebody new; blocked and not back
  await instructor.do('RemovePerson', { person: late.person, block: false })
  await late.until(it => it.bye)
  const again = await joinClass(base, opened.code, 'Late', { browser: lateBrowser })
  open.push(again)
  expect(again.person).not.toBe(late.person)
  const out = await joinClass(base, opened.code, 'Out', { browser: lateBrowser })
  open.push(out)
  await out.until(it => it.seat)
  await instructor.do('RemovePerson', { person: out.person, block: true })
  await out.until(it => it.bye)
  await expect(joinClass(base, opened.code, 'Out', { browser: lateBrowser })).rejects.toMatchObject({
    kind: 'not-allowed',
  })

  // ---- the end
  await instructor.do('BringBack', { person: aside.person })
  await instructor.do('CloseClass', {})
  const left = [...trainees, again]
  await Promise.all(left.map(it => it.until(({ seat }) => seat?.class?.status === 'closed')))
  await screen.until(it => it.bye)
  clock.advance(SECOND)
  await expectTheLaw(left, () => stateHere(here, opened.classId))
  const state = await stateHere(here, opened.classId)
  expect(instructor.console).toEqual(viewOf({ kind: 'console' }, state))
  // No device was ever an event: these people face each other.
  const events = await here.store.journal.read(opened.classId, 0)
  expect(events.filter(({ type }) => /Away|Back$/.test(type)).map(({ type }) => type)).toEqual([
    'PersonBroughtBack',
  ])
})

/** The answer comes behind everything that was sent before; to ask for what is so changes nothing. */
const heardAll = (instructor: Simulant) => instructor.do('SetReading', { factor: 1 })

const finish = (trainee: Trainee) => act(trainee, 'FinishRating')
