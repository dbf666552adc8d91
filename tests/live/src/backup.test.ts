import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { viewOf } from '@evenkeel/classroom'
import { openStore } from '@evenkeel/server'
import { instruct, type Simulant } from '@evenkeel/simulant'
import { afterEach, expect, test } from 'vitest'
import { ServerApart } from './harness/apart.ts'
import { aClass } from './harness/here.ts'
import { journaled, stateOf } from './harness/journaled.ts'
import { inSeat, joinMany, placeOf, readyAll, startRound, type Trainee } from './harness/play.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-backup-'))
  folders.push(folder)
  return folder
}

const events = (after: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    seq: after + index + 1,
    at: 1_790_000_000_000 + after + index,
    actor: 'p1',
    commandId: `command-${after + index}`,
    type: 'HelpCalled',
    v: 1,
    data: { person: 'p1' },
  }))

test('[J14] the folder of a stopped server is a backup: put back, it has everything up to then', async () => {
  const [folder, kept] = [newFolder(), newFolder()]
  const store = await openStore(folder)
  const { epoch } = await store.journal.create('k1')
  await store.journal.append({ classId: 'k1', epoch, expectedSeq: 0, events: events(0, 20) })
  await store.people.setSetting('passcode', 'hashed')
  await store.close()
  cpSync(folder, kept, { recursive: true })

  const later = await openStore(folder)
  await later.journal.append({ classId: 'k1', epoch, expectedSeq: 20, events: events(20, 5) })
  await later.close()
  rmSync(folder, { recursive: true })
  cpSync(kept, folder, { recursive: true })

  expect(await journaled(folder, 'k1')).toEqual(events(0, 20))
  const restored = await openStore(folder)
  expect(await restored.people.setting('passcode')).toBe('hashed')
  expect(
    await restored.journal.append({ classId: 'k1', epoch, expectedSeq: 20, events: events(20, 1) }),
  ).toMatchObject({
    ok: true,
  })
  await restored.close()
})

test('[J19] a snapshot of the files while the server writes is a backup too, up to some acknowledged batch', async () => {
  const folder = newFolder()
  const store = await openStore(folder)
  const { epoch } = await store.journal.create('k1')
  let acked = 0
  for (let seq = 0; seq < 300; seq += 3) {
    await store.journal.append({ classId: 'k1', epoch, expectedSeq: seq, events: events(seq, 3) })
    acked = seq + 3
  }
  // Nothing is written during the copy, as in a snapshot of one instant; the log is not checkpointed.
  const kept = newFolder()
  cpSync(folder, kept, { recursive: true })
  await store.journal.append({ classId: 'k1', epoch, expectedSeq: acked, events: events(acked, 3) })
  await store.close()
  expect(await journaled(kept, 'k1')).toEqual(events(0, acked))
})

test('[A7] a backup put back, and the class goes further than a device had been: the device gets a whole view', async () => {
  const apart = new ServerApart()
  const kept = newFolder()
  const open: Simulant[] = []
  const speak = async (trainee: Trainee, word: string, count: number) => {
    for (let n = 1; n <= count; n++)
      await trainee.do('Speak', { place: placeOf(trainee), how: 'say', text: `${word} ${n}` })
  }
  try {
    await apart.start()
    const opened = await aClass(apart.base)
    const instructor = instruct(opened)
    open.push(instructor)
    await instructor.until(it => it.console)
    const trainees = await joinMany(apart.base, opened, 2, { reconnectAfter: 5, record: true })
    open.push(...trainees)
    await startRound(instructor, trainees)
    await readyAll(trainees)
    await apart.advance(5_000)
    const [customer, officer] = [inSeat(trainees, 'r1-1', 'customer'), inSeat(trainees, 'r1-1', 'officer')]
    await speak(customer, 'kept', 3)
    const texts = (it: Trainee) => it.seat?.room?.scenes.at(-1)?.lines.map(({ text }) => text)
    await officer.until(it => texts(it)?.length === 3)

    // The officer's phone stays behind here, and is where the backup ends.
    officer.drop()
    await apart.stop()
    cpSync(apart.dataDir, kept, { recursive: true })
    await apart.start()
    await speak(customer, 'lost', 5)
    customer.drop()
    await apart.stop()
    const ahead = customer.followed('seat')?.cursor?.upto ?? 0

    for (const name of readdirSync(apart.dataDir)) rmSync(join(apart.dataDir, name), { recursive: true })
    cpSync(kept, apart.dataDir, { recursive: true })
    await apart.start()
    officer.reconnect()
    await speak(officer, 'new', 10)
    expect(officer.followed('seat')?.cursor?.upto).toBeGreaterThan(ahead)
    const snapshots = (it: Trainee) => it.frames.filter(({ name }) => name === 'snapshot').length
    // What stood where the backup ends goes on from there.
    expect(snapshots(officer)).toBe(1)

    const before = snapshots(customer)
    customer.reconnect()
    await customer.until(it => texts(it)?.includes('new 10'))
    expect(snapshots(customer)).toBe(before + 1)
    expect(texts(customer)).toEqual([1, 2, 3].map(n => `kept ${n}`).concat(texts(officer)?.slice(3) ?? []))
    for (const each of open.splice(0)) each.close()
    await apart.stop()
    const state = stateOf(opened.classId, await journaled(apart.dataDir, opened.classId))
    expect(customer.seat).toEqual(viewOf({ kind: 'person', person: customer.person }, state))
  } finally {
    for (const each of open) each.close()
    await apart.clear()
  }
})
