import { Browser, instruct, joinClass, type Simulant } from '@evenkeel/simulant'
import { afterEach, expect, test } from 'vitest'
import { CANARY, canaryLibrary } from './harness/canaries.ts'
import { DrivenClock } from './harness/driven-clock.ts'
import { aClass, type ServerHere, serverHere } from './harness/here.ts'
import { seededChance } from './harness/parts.ts'
import { act, inSeat, placeOf, readyAll, startRound, type Trainee } from './harness/play.ts'
import { followAsScreen } from './harness/screen.ts'

let here: ServerHere | undefined
const open: Simulant[] = []

afterEach(async () => {
  for (const simulant of open.splice(0)) simulant.close()
  await here?.stop()
  here = undefined
})

/** Words that one person writes and few may read. */
interface Secrets {
  readonly whisper: string
  readonly note: string
  readonly instructorNote: string
  readonly aside: string
  readonly liveAnswer: string
  readonly observerSentence: string
  readonly officerSentence: string
  readonly customerSentence: string
}

const SECRETS: Secrets = {
  whisper: 'kqwhisperc0n1kq',
  note: 'kqnotec0n1kq',
  instructorNote: 'kqinstructor-notec0n1kq',
  aside: 'kqasidec0n1kq',
  liveAnswer: 'kqlive-answerc0n1kq',
  observerSentence: 'kqobserver-ratesc0n1kq',
  officerSentence: 'kqofficer-ratesc0n1kq',
  customerSentence: 'kqcustomer-ratesc0n1kq',
}

interface Played {
  readonly instructor: Simulant
  readonly screen: Simulant
  readonly elsewhere: Trainee
  readonly customer: Trainee
  readonly officer: Trainee
  readonly observer: Trainee
  readonly others: readonly Trainee[]
  /** How many frames each had heard when the debrief opened. */
  readonly beforeReveal: ReadonlyMap<Simulant, number>
  /** And when the second round began, in which everybody has another seat. */
  readonly beforeSecond: ReadonlyMap<Simulant, number>
  readonly trainees: readonly Trainee[]
  readonly browsers: readonly Browser[]
}

/** A whole class with a canary in every private field; every step waits until everybody has heard of it. */
async function playClass(secrets: Secrets, seed = 3): Promise<Played> {
  const clock = new DrivenClock()
  here = await serverHere({ clock, library: await canaryLibrary(), chance: seededChance(seed) })
  const { base } = here
  let number = 0
  const newId = () => `command-${++number}`
  const record = { record: true, newId }
  const opened = await aClass(base)
  const instructor = instruct(opened, ['console', 'wall'], record)
  open.push(instructor)
  await instructor.until(it => it.console)
  const trainees: Trainee[] = []
  const browsers: Browser[] = [opened.browser]
  for (let n = 1; n <= 6; n++) {
    const browser = new Browser(base)
    browsers.push(browser)
    trainees.push(
      await joinClass(base, opened.code, `Trainee ${n}`, { ...record, browser, request: `request-${n}` }),
    )
  }
  open.push(...trainees)
  await Promise.all(trainees.map(trainee => trainee.until(it => it.seat)))
  const screen = await followAsScreen(opened, base, record)
  open.push(screen)
  const { settings } = (await instructor.until(it => it.console)).class
  await instructor.do('ChangeSettings', { settings: { ...settings, liveRadio: true } })
  await startRound(instructor, trainees)
  const elsewhere = await joinClass(base, opened.code, 'Trainee 1', { ...record, request: 'request-late' })
  open.push(elsewhere)
  await elsewhere.until(it => it.seat)
  const room = 'r1-1'
  instructor.follow(`room:${room}`)
  await instructor.until(it => it.room(room))
  const customer = inSeat(trainees, room, 'customer')
  const officer = inSeat(trainees, room, 'officer')
  const observer = inSeat(trainees, room, 'observer')
  const others = trainees.filter(it => it.seat?.room?.id !== room)
  const step = async (sent: Promise<unknown>) => {
    await sent
    clock.advance(2_000)
  }

  await readyAll([customer, officer, observer])
  const place = placeOf(customer)
  const watch = { ...place, seat: 'instructor' } as const
  await step(customer.do('Speak', { place, how: 'say', text: 'kqlinec0n1kq' }))
  await step(customer.do('SetTemperature', { place, level: 6 }))
  await step(officer.do('Speak', { place: placeOf(officer), how: 'say', text: 'kqlinec0n2kq' }))
  await step(officer.do('MakeCall', { place: placeOf(officer), index: 0 }))
  await step(instructor.do('AnswerCall', { place: watch, index: 0 }))
  await step(officer.do('MakeCall', { place: placeOf(officer), index: 1 }))
  await step(instructor.do('AnswerCall', { place: watch, index: 1, text: secrets.liveAnswer }))
  await step(instructor.do('DropTwist', { place: watch, index: 0 }))
  await step(instructor.do('DropTwist', { place: watch, index: 1 }))
  await step(instructor.do('Whisper', { place: watch, to: officer.person, text: secrets.whisper }))
  await step(instructor.do('WriteNote', { place: watch, text: secrets.instructorNote }))
  await step(observer.do('Mark', { place: placeOf(observer), mark: 'helped', behaviour: 'paraphrase' }))
  await step(observer.do('WriteNote', { place: placeOf(observer), text: secrets.note }))
  await step(act(officer, 'CallTimeOut'))
  await step(officer.do('Confer', { place: placeOf(officer), text: secrets.aside }))
  await step(act(officer, 'EndTimeOut'))
  await step(customer.do('CallHelp', {}))
  await step(instructor.do('MoveRoom', { place: watch, to: 'rating' }))
  await step(rate(observer, secrets.observerSentence))
  await step(rate(officer, secrets.officerSentence))
  await step(rate(customer, secrets.customerSentence))
  await Promise.all(open.map(simulant => caughtUp(simulant, instructor)))
  const beforeReveal = new Map(open.map(simulant => [simulant, simulant.frames.length]))
  for (const person of [customer, officer, observer]) await step(act(person, 'FinishRating'))
  await Promise.all([customer, officer, observer].map(it => it.until(known => known.seat?.room?.revealed)))
  // The second round gives everybody another seat and another card.
  await step(instructor.do('Next', { round: 1, to: 'done' }))
  const beforeSecond = new Map(open.map(simulant => [simulant, simulant.frames.length]))
  await startRound(instructor, trainees)
  await Promise.all(open.map(simulant => caughtUp(simulant, instructor)))
  return {
    trainees,
    beforeSecond,
    instructor,
    screen,
    elsewhere,
    customer,
    officer,
    observer,
    others,
    beforeReveal,
    browsers,
  }
}

/** Everything that was sent to this socket before now has arrived: its own next answer comes behind it. */
async function caughtUp(simulant: Simulant, instructor: Simulant): Promise<void> {
  if (simulant === instructor || 'person' in simulant) await simulant.act('SetReading', { factor: 1 })
  else await simulant.until(it => it.projector)
}

const rate = (trainee: Trainee, sentence: string) =>
  trainee.do('Rate', { place: placeOf(trainee), scores: {}, sentence })

const heard = (simulant: Simulant, from = 0, to?: number): ReadonlySet<string> =>
  new Set(simulant.frames.slice(from, to).flatMap(({ text }) => text.match(CANARY) ?? []))

/** All that a socket was sent; the store's epoch is a new random id in each class. */
const bytes = (simulant: Simulant) =>
  simulant.frames.map(frame => frame.text.replace(/"epoch":"[^"]*"/g, '"epoch":""')).join('\n')

/** Canaries of one kind among those heard. */
const ofKind = (canaries: ReadonlySet<string>, kind: string) =>
  [...canaries].filter(text => text.startsWith(`kq${kind}c`))

test('[V2] [V3] [V4] [V5] [V6] [V9] [V10] [V12] [V14] [A3] each seat hears what the table allows, and nothing else, over a whole class', async () => {
  const played = await playClass(SECRETS)
  const { customer, officer, observer, others, elsewhere, screen, instructor, beforeReveal } = played
  const before = (simulant: Simulant) => heard(simulant, 0, beforeReveal.get(simulant))
  const everything = (simulant: Simulant) => heard(simulant)

  // Before the reveal of their room.
  expect(ofKind(before(officer), 'customer'), "the customer's brief").toEqual([])
  expect(ofKind(before(customer), 'officer'), "the officer's brief").toEqual([])
  expect(ofKind(before(customer), 'answer')).toEqual([])
  expect(ofKind(before(officer), 'answer')).toHaveLength(1)
  expect(before(customer).has(SECRETS.liveAnswer)).toBe(false)
  expect(before(officer).has(SECRETS.liveAnswer)).toBe(true)
  const told = (simulant: Simulant) =>
    simulant.frames.slice(0, beforeReveal.get(simulant)).some(({ text }) => text.includes('"live":true'))
  expect([customer, officer, observer, instructor].map(told)).toEqual([false, false, false, true])
  for (const player of [customer, officer, observer]) {
    expect(ofKind(before(player), 'debrief')).toEqual([])
    expect(ofKind(before(player), 'line')).toHaveLength(2)
  }
  const addressed = (to: 'customer' | 'officer') => ofKind(before(observer), `twist-${to}`)
  expect(addressed('customer').length + addressed('officer').length).toBe(2)
  expect(ofKind(before(customer), 'twist-customer')).toEqual(addressed('customer'))
  expect(ofKind(before(customer), 'twist-officer')).toEqual([])
  expect(ofKind(before(officer), 'twist-officer')).toEqual(addressed('officer'))
  expect(ofKind(before(officer), 'twist-customer')).toEqual([])
  expect(
    officer.frames.slice(0, beforeReveal.get(officer)).some(({ text }) => text.includes('"curve":[{')),
  ).toBe(false)

  // Over the whole class.
  const mayHear: Record<keyof Secrets, readonly Simulant[]> = {
    whisper: [officer, instructor],
    note: [observer],
    instructorNote: [instructor],
    aside: [officer, observer, instructor],
    liveAnswer: [customer, officer, observer, instructor],
    observerSentence: [observer, officer],
    officerSentence: [officer],
    customerSentence: [customer, officer],
  }
  for (const [secret, allowed] of Object.entries(mayHear)) {
    const text = SECRETS[secret as keyof Secrets]
    for (const simulant of open) {
      expect(everything(simulant).has(text), `${secret} at ${open.indexOf(simulant)}`).toBe(
        allowed.includes(simulant),
      )
    }
  }
  for (const stranger of others) expect(ofKind(everything(stranger), 'line')).toEqual([])
  expect([...heard(elsewhere, 0, played.beforeSecond.get(elsewhere))]).toEqual([])
  expect([...everything(screen)]).toEqual([])
  // [A3] In the second round nothing of the first is left on any screen.
  for (const trainee of played.trainees) {
    const room = trainee.seat?.room
    const left = JSON.stringify(trainee.seat).match(CANARY) ?? []
    const cards = new Set(left.map(text => text.replace(/^kq[a-z-]+(c\d+)n\d+kq$/, '$1')))
    expect(cards.size, trainee.person).toBe(1)
    expect(left.some(text => text.startsWith('kqcustomerc'))).toBe(room?.seat !== 'officer')
    expect(left.some(text => text.startsWith('kqofficerc'))).toBe(room?.seat !== 'customer')
  }
  for (const browser of played.browsers) expect(browser.heard.join().match(CANARY)).toBeNull()
})

test('[V13] [V15] the screen hears no name, and a person only the names of their own room', async () => {
  const { screen, elsewhere, customer, beforeSecond } = await playClass(SECRETS)
  expect(screen.frames.filter(({ text }) => text.includes('Trainee '))).toEqual([])
  const names = (simulant: Simulant) =>
    simulant.frames
      .slice(0, beforeSecond.get(simulant))
      .flatMap(({ name, text }) => (name === 'people' ? [text] : []))
  expect(names(elsewhere)).toEqual([`{"names":{"${elsewhere.person}":{"name":"Trainee 1","version":1}}}`])
  expect(
    names(customer)
      .join()
      .match(/Trainee \d/g),
  ).toHaveLength(3)
})

/** What the first class sent, to hold the others against. */
let plain: Promise<{ frames: readonly string[]; customer: string }> | undefined

async function playPlain() {
  const { customer } = await playClass(SECRETS)
  const frames = open.map(bytes)
  for (const simulant of open.splice(0)) simulant.close()
  await here?.stop()
  return { frames, customer: customer.person }
}

test.each(Object.keys(SECRETS) as (keyof Secrets)[])(
  '[V8] [V9] [V10] [V12] two classes that differ in the %s alone send everybody else the same bytes',
  async secret => {
    plain ??= playPlain()
    const first = await plain
    const changed = { ...SECRETS, [secret]: `${SECRETS[secret].slice(0, -3)}9kq` }
    const second = await playClass(changed)
    const mine = (played: Played): Record<keyof Secrets, readonly Simulant[]> => ({
      whisper: [played.officer, played.instructor],
      note: [played.observer],
      instructorNote: [played.instructor],
      aside: [played.officer, played.observer, played.instructor],
      liveAnswer: [played.customer, played.officer, played.observer, played.instructor],
      observerSentence: [played.observer, played.officer],
      officerSentence: [played.officer],
      customerSentence: [played.customer, played.officer],
    })
    expect(first.customer).toBe(second.customer.person)
    for (const [index, simulant] of open.entries()) {
      // Compared as a yes or no: a difference would print whole classes.
      const same = bytes(simulant) === first.frames[index]
      expect(same, `socket ${index}`).toBe(!mine(second)[secret].includes(simulant))
    }
  },
)
