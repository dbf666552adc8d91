import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@evenkeel/server'
import { afterEach, expect, test } from 'vitest'
import { journaled } from './harness/journaled.ts'

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
