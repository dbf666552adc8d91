import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storeOnDisk } from '../../journal/store-on-disk.ts'
import { openRecords } from '../../records/open-records.ts'
import { asClass, goldenEvents, type Instructor, RecordsUnderTest } from './records-under-test.ts'

const HOUR = 3_600_000
const DAY = 24 * 3_600_000

let disk: Awaited<ReturnType<typeof storeOnDisk>>
let under: RecordsUnderTest
let owner: Instructor
beforeEach(async () => {
  disk = await storeOnDisk()
  under = await RecordsUnderTest.start(disk.store)
  owner = await under.signIn('Olga')
})
afterEach(async () => {
  await under.stop()
  await disk.end()
})

/** In the data folder, the WAL with it, and the log. */
const isAnywhere = async (text: string) =>
  (await disk.bytes?.())?.includes(text) || under.logged.some(line => line.includes(text))

const NAMES = {
  p2: { name: 'Uniqa Ana', staffNumber: 'SN-77-ana' },
  p3: { name: 'Uniqa Bo', staffNumber: 'SN-78-bo' },
}
/** What a person typed, and somebody else did. */
const wordsOf = (person: string, own: boolean): string[] =>
  goldenEvents('class-1')
    .filter(({ actor }) => (actor === person) === own)
    .flatMap(({ data }) => [...JSON.stringify(data).matchAll(/xq\d+qx/g)].map(([word]) => word))

test('[I22] of a deleted class no byte stays, and the others are whole', async () => {
  await under.keep(owner, goldenEvents('class-1'), NAMES)
  const second = goldenEvents('closing')
  await under.keep(owner, asClass('class-2', second), { p2: { name: 'Uniqa Cy' } })
  await owner.send('PUT', '/classes/class-1/completion', {
    course: 'Uniqa course',
    hours: '',
    instructor: '',
    licence: '',
  })
  await owner.send('PUT', '/classes/class-1/attendance', {
    people: ['p2'],
    signed: true,
    serial: 'Uniqa serial',
  })
  const gone = ['Uniqa Ana', 'SN-78-bo', 'Uniqa course', 'Uniqa serial', 'xq241qx', 'xq281qx']
  for (const word of gone) expect(await isAnywhere(word), word).toBe(true)
  expect((await owner.send('DELETE', '/classes/class-1')).body).toEqual({ ok: true })
  for (const word of gone) expect(await isAnywhere(word), word).toBe(false)
  expect(await under.store.journal.read('class-2', 0)).toHaveLength(second.length)
  expect((await owner.get('/classes')).body.classes).toMatchObject([{ class: 'class-2' }])
  expect((await owner.send('DELETE', '/classes/class-1')).status).toBe(404)
})

test('[I22] a person goes with name and own words; what they marked and scored stays under the pseudonym', async () => {
  await under.keep(owner, goldenEvents('class-1'), NAMES)
  const before = (await owner.get('/classes/class-1')).body
  const [own, others] = [wordsOf('p2', true), wordsOf('p2', false)]
  expect(own.length).toBeGreaterThan(4)
  expect(await isAnywhere('SN-77-ana')).toBe(true)
  await owner.send('PUT', '/classes/class-1/attendance', {
    people: ['p2'],
    signed: true,
    serial: 'Uniqa serial',
  })
  expect((await owner.send('DELETE', '/classes/class-1/people/p2')).body).toEqual({ ok: true })
  for (const word of ['Uniqa Ana', 'SN-77-ana', 'Uniqa serial', ...own])
    expect(await isAnywhere(word), word).toBe(false)
  for (const word of ['Uniqa Bo', ...others]) expect(await isAnywhere(word), word).toBe(true)
  const after = (await owner.get('/classes/class-1')).body
  expect(after.names).toEqual({ p3: 'Uniqa Bo' })
  expect(after.report).toEqual(before.report)
  expect((await owner.get('/people')).body.people.map((each: { name: string }) => each.name)).toEqual([
    'Uniqa Bo',
  ])
  expect((await owner.send('DELETE', '/classes/class-1/people/p99')).status).toBe(410)
})

test('[I22] one line goes, and no other', async () => {
  await under.keep(owner, goldenEvents('class-1'), NAMES)
  const taken = await owner.send('POST', '/classes/class-1/redact', { scene: 'r1-2.1', line: 1 })
  expect(taken.body).toEqual({ ok: true })
  expect(await isAnywhere('xq241qx')).toBe(false)
  expect(await isAnywhere('xq242qx')).toBe(true)
  const { view } = (await owner.get('/classes/class-1/rooms/r1-2')).body
  expect(view.room.scenes[0].lines.map((each: { text: string }) => each.text)).toEqual([
    '[…]',
    'xq242qx and so on',
  ])
  const none = await owner.send('POST', '/classes/class-1/redact', { scene: 'r1-2.1', line: 9 })
  expect(none.status).toBe(410)
})

test('[I22] who is connected to the class comes back to what is left of it', async () => {
  await under.keep(
    owner,
    goldenEvents('class-2').filter(({ type }) => type !== 'ClassClosed'),
    NAMES,
  )
  const socket = io(under.base, {
    transports: ['websocket'],
    extraHeaders: { cookie: owner.cookie },
    auth: { v: 3, class: 'class-1', as: { kind: 'instructor' } },
    reconnection: false,
  })
  const bye = new Promise<{ kind: string; say: string }>((resolve, reject) => {
    socket.on('bye', resolve)
    socket.on('connect_error', reject)
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', () => resolve())
    socket.on('connect_error', reject)
  })
  await owner.send('DELETE', '/classes/class-1/people/p2')
  expect(await bye).toMatchObject({ kind: 'shutting-down' })
  socket.close()
})

test('[I23] what an import left that was cut short goes after a day; what is being opened does not', async () => {
  const events = goldenEvents('class-1')
  for (const id of ['cut-short', 'opening']) {
    const { epoch } = await under.store.journal.create(id)
    await under.store.journal.append({ classId: id, epoch, expectedSeq: 0, events })
  }
  await under.store.records.put('cut-short', [{ name: 'imported', value: { at: under.clock.time } }])
  const left = async () => (await under.store.journal.classes()).map(({ classId }) => classId).sort()
  const records = openRecords({
    ...under.store,
    clock: under.clock,
    live: { reload: async () => {}, forget: async () => {} },
  })
  await records.forgetting.sweep()
  expect(await left()).toEqual(['cut-short', 'opening'])
  under.clock.time += 2 * DAY
  await records.forgetting.sweep()
  expect(await left()).toEqual(['opening'])
  expect(await isAnywhere('"imported"')).toBe(false)
})

test('[I23] a class is kept as long as the deployment says, or as was chosen for it, from its end on', async () => {
  await under.stop()
  disk = await storeOnDisk()
  under = await RecordsUnderTest.start(disk.store, 30)
  owner = await under.signIn('Olga')
  const events = goldenEvents('class-1')
  const end = events.at(-1)?.at ?? 0
  under.clock.time = end
  for (const id of ['short', 'usual', 'long', 'forever']) await under.keep(owner, asClass(id, events))
  expect((await owner.send('PUT', '/classes/short/kept', { days: 7 })).body).toEqual({ ok: true })
  await owner.send('PUT', '/classes/long/kept', { days: 60 })
  await owner.send('PUT', '/classes/forever/kept', { days: null })
  await owner.send('PUT', '/classes/usual/kept', { days: 3 })
  await owner.send('PUT', '/classes/usual/kept', { days: 'deployment' })
  const shown = (await owner.get('/classes')).body.classes as {
    class: string
    goesAt: number
    keptBy: string
  }[]
  expect(
    Object.fromEntries(
      shown.map(each => [each.class, [each.goesAt && (each.goesAt - end) / DAY, each.keptBy]]),
    ),
  ).toEqual({
    short: [7, 'class'],
    usual: [30, 'deployment'],
    long: [60, 'class'],
    forever: [null, 'class'],
  })
  const kept = async () =>
    (await under.store.journal.classes())
      .map(({ classId }) => classId)
      .sort()
      .join(' ')
  // A sweep sets its next hour when it is done, so hours pass until it has looked, and one more to see that it stays so.
  const anHour = async () => {
    under.clock.move(HOUR)
    await Promise.all(Array.from({ length: 20 }, () => owner.get('/classes')))
    return kept()
  }
  const after = async (days: number, left: string) => {
    under.clock.move(end + days * DAY - under.clock.time)
    await expect.poll(anHour, { timeout: 20_000 }).toBe(left)
    expect(await anHour()).toBe(left)
  }
  await after(6, 'forever long short usual')
  await after(8, 'forever long usual')
  await after(31, 'forever long')
  await after(61, 'forever')
  const again = await under.signIn('Olga')
  expect((await again.send('PUT', '/classes/forever/kept', { days: 0 })).status).toBe(400)
})
