import { randomUUID } from 'node:crypto'
import type { WireCommandType, WireShapes } from '@evenkeel/classroom'
import { loadCards } from '@evenkeel/playbook/cards'
import { afterEach, expect, test } from 'vitest'
import { systemChance } from '../chance.ts'
import type { Clock } from '../clock.ts'
import { systemClock } from '../clock.ts'
import { createMemoryStore } from '../journal/memory.ts'
import { Classes } from '../live/classes.ts'
import { alone } from '../nodes/alone.ts'
import { isSimulated, leftOver } from './left-over.ts'
import { LocalDevice } from './local-device.ts'
import { Rehearsals } from './rehearsals.ts'

const SPEED = 100
const cards = loadCards()
const kerb = cards.find(({ card }) => card.id === 'airport-kerb-move-on')
if (kerb === undefined) throw new Error('the playbook has lost a card')

const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function stage(allowed = true) {
  const store = createMemoryStore()
  const { journal, people } = store
  const from = systemClock.now()
  const clock: Clock = {
    now: () => Math.round(from + (systemClock.now() - from) * SPEED),
    after: (ms, run) => systemClock.after(ms / SPEED, run),
  }
  const { CardLibrary } = await import('../cards/card-library.ts')
  const library = { cards: new Map(cards.map(({ hash, card }) => [hash, card])) }
  const classes = new Classes({
    journal,
    people,
    claims: store.claims,
    clock,
    chance: systemChance,
    cards: await CardLibrary.open(library, store.cards, () => clock.now()),
    io: { to: () => nowhere },
    grace: 30_000,
    looksAfter: async () => true,
    nodes: alone(journal),
    failed: (what, cause) => failures.push(`${what}: ${cause}`),
  })
  const failures: string[] = []
  const forgotten: string[] = []
  const rehearsals = new Rehearsals({
    classes,
    clock,
    chance: systemChance,
    allowed,
    forget: async classId => void forgotten.push(classId),
    failed: (what, cause) => failures.push(`${what}: ${cause}`),
  })
  endings.push(() => classes.stop())
  return { rehearsals, classes, journal, people, clock, failures, forgotten }
}

const nowhere = {
  get volatile() {
    return nowhere
  },
  except: () => nowhere,
  emit: () => true,
}

async function comeIn(classes: Classes, classId: string) {
  const joined = await classes.join({ classId, name: 'Me', request: randomUUID() })
  const hub = await classes.hub(classId)
  if (!joined.ok || hub === undefined) throw new Error('could not join')
  const device = new LocalDevice(hub, joined.person)
  classes.hear(classId, () => queueMicrotask(() => device.look()))
  const send = async <T extends WireCommandType>(type: T, data: (place: never) => WireShapes[T]) =>
    device.do(type, data(device.place as never))
  return { device, send }
}

test('[B4] one sits in as the officer: the wall takes the customer up, saying it back takes them down, all marked', async () => {
  const { rehearsals, classes, journal, failures } = await stage()
  const begun = await rehearsals.beginScene('ana', { language: 'en', card: kerb.hash })
  if (!begun.ok) throw new Error(begun.say)
  expect(await isSimulated(journal, begun.classId)).toBe(true)
  const { device, send } = await comeIn(classes, begun.classId)
  await device.until(({ seat }) => seat?.room?.phase.name === 'briefing')
  expect(device.seat).toMatchObject({ class: { simulated: true }, room: { seat: 'officer', customer: null } })
  await send('Ready', place => ({ place }))
  const lines = () => device.seat?.room?.scenes.at(-1)?.lines ?? []
  const says = (text: string) =>
    device.until(() => lines().some(line => line.seat === 'customer' && line.text === text))
  const level = () => device.seat?.room?.scenes.at(-1)?.curve?.at(-1)?.level ?? 0
  await says(kerb.card.customer.opening)
  await send('Speak', place => ({ place, how: 'say', text: 'Four minutes. That is our policy.' }))
  await says('Four minutes for whom? I have to build my legs first.')
  const up = level()
  expect(up).toBeGreaterThan(4)
  const back = 'So if I understand correctly, one wheel is on, one is in the car, and he says move on?'
  await send('Speak', place => ({ place, how: 'say', text: back }))
  await says('Exactly. Good morning, by the way. Finally a face.')
  expect(level()).toBeLessThan(up)
  expect(await rehearsals.finishScene('somebody else', begun.classId)).toBe(false)
  expect(await rehearsals.finishScene('ana', begun.classId)).toBe(true)
  await device.until(({ seat }) => seat?.room?.phase.name === 'step-out')
  await send('Ready', place => ({ place }))
  await device.until(({ seat }) => seat?.room?.phase.name === 'rating')
  await send('FinishRating', place => ({ place }))
  await device.until(({ seat }) => seat?.room?.revealed === true)
  expect(device.seat?.room?.customer?.need).toBe(kerb.card.customer.need)
  expect(failures).toEqual([])
})

test('[B4] a new scene of the same person takes the old one away; an unknown card is refused', async () => {
  const { rehearsals, forgotten } = await stage()
  const first = await rehearsals.beginScene('ana', { language: 'es' })
  const second = await rehearsals.beginScene('ana', { language: 'en' })
  expect([first.ok, second.ok]).toEqual([true, true])
  expect(forgotten).toEqual([first.ok && first.classId])
  expect(await rehearsals.beginScene('bo', { language: 'en', card: '0123456789abcdef' })).toMatchObject({
    ok: false,
    kind: 'unknown',
  })
})

test('[B4] a class in full swing has a call for help, a dropout and a return; there is one at a time, and it goes', async () => {
  const { rehearsals, classes, journal, people, clock, forgotten, failures } = await stage()
  const begun = await rehearsals.beginClass('ana', 9)
  if (!begun.ok) throw new Error(begun.say)
  expect(await rehearsals.beginClass('bo')).toMatchObject({ ok: false, kind: 'limit' })
  const hub = await classes.hub(begun.classId)
  if (hub === undefined) throw new Error('no class')
  const seen = new Set<string>()
  await new Promise<void>(resolve => {
    classes.hear(begun.classId, events => {
      for (const { type } of events) seen.add(type)
      if (['HelpCalled', 'PersonAway', 'PersonBack', 'LineSaid'].every(type => seen.has(type))) resolve()
    })
  })
  await people.putClass({
    classId: begun.classId,
    code: 'BK74QM',
    title: '',
    ownerId: 'ana',
    openedAt: clock.now(),
  })
  const now = clock.now()
  expect(await leftOver({ journal, people }, { now, shared: true })).toEqual([])
  expect(await leftOver({ journal, people }, { now, shared: false })).toEqual([begun.classId])
  await hub.live.submit({ id: 'the-end-of-it', actor: 'p1', type: 'CloseClass', data: {} })
  await new Promise<void>(resolve => {
    const look = () => (forgotten.length > 0 ? resolve() : void systemClock.after(20, look))
    look()
  })
  expect(forgotten).toEqual([begun.classId])
  expect(rehearsals.simulatedClass).toBeUndefined()
  expect(failures).toEqual([])
})

test('[B4] where simulated classes are switched off, none begins', async () => {
  const { rehearsals } = await stage(false)
  expect(await rehearsals.beginClass('ana')).toMatchObject({ ok: false, kind: 'not-allowed' })
  expect(await rehearsals.beginScene('ana', { language: 'en' })).toMatchObject({ kind: 'not-allowed' })
})
