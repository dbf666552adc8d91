import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventsAfter } from './journal-contract.ts'
import { type SqliteStore, startSqliteStore } from './sqlite.ts'

let dir: string
let store: SqliteStore
let epochs: Record<string, string>

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'evenkeel-test-'))
  store = await startSqliteStore(join(dir, 'evenkeel.db'))
  epochs = {
    k1: (await store.journal.create('k1')).epoch,
    k2: (await store.journal.create('k2')).epoch,
  }
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const append = (after: number, count = 1, data: unknown = 'hi', classId = 'k1') =>
  store.journal.append({
    classId,
    epoch: epochs[classId] ?? '',
    expectedSeq: after,
    events: eventsAfter(after, count, { data }),
    names: [{ personId: 'p1', nameVersion: after + 1, name: `after ${after}` }],
  })

/** Refused while the fault lasts, nothing of it kept, and the store goes on by itself afterwards. */
async function survives(faults: Parameters<SqliteStore['setFaults']>[0], cause: string) {
  const heard: number[] = []
  await store.journal.follow('k1', 0, events => heard.push(...events.map(({ seq }) => seq)))
  expect(await append(0, 2)).toEqual({ ok: true, seq: 2 })
  const namesBefore = await store.people.names('k1')
  await store.setFaults(faults)

  const big = 'x'.repeat(100_000)
  const refused = await Promise.all([append(2, 3, big), append(0, 3, big, 'k2')])
  for (const result of refused) {
    expect(result).toMatchObject({ ok: false, kind: 'unavailable', outcome: 'not-written' })
    expect(JSON.stringify(result)).toContain(cause)
  }
  expect(await store.journal.writable()).toBe(false)
  await expect(store.journal.create('k3')).rejects.toMatchObject({ name: 'StoreUnavailableError' })
  await expect(store.people.setSetting('big', big)).rejects.toMatchObject({ outcome: 'not-written' })
  // What was there can still be read, and nothing else is there.
  expect(await store.journal.read('k1', 0)).toEqual(eventsAfter(0, 2, { data: 'hi' }))
  expect(await store.journal.lookup('k1', 'p1', 'c3')).toBeUndefined()
  expect(await store.people.names('k1')).toEqual(namesBefore)

  await store.setFaults({})
  expect(await store.journal.writable()).toBe(true)
  expect(await append(2, 3, big)).toEqual({ ok: true, seq: 5 })
  expect(await append(0, 3, big, 'k2')).toEqual({ ok: true, seq: 3 })
  expect(heard).toEqual([1, 2, 3, 4, 5])
}

test('[J16] a full disk: refused, nothing acknowledged, goes on when there is room again', async () => {
  // A page limit of 1 is taken by SQLite as "no larger than the file is now".
  await survives({ maxPages: 1 }, 'the disk is full')
})

test('[J16] a read-only file: refused, nothing acknowledged, goes on when it is writable again', async () => {
  await survives({ readOnly: true }, 'read-only')
})

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0

/** Appends until told to stop by the end of its input; prints every change of the answer. */
const WRITER = `
  import { startSqliteStore } from ${JSON.stringify(new URL('../../dist/journal/sqlite.js', import.meta.url).href)}
  const { journal, close } = await startSqliteStore(process.argv[1])
  const { epoch } = await journal.create('k1')
  let seq = 0, last = ''
  let going = true
  process.stdin.on('end', () => { going = false }).resume()
  while (going) {
    const data = 'x'.repeat(2000)
    const result = await journal.append({ classId: 'k1', epoch, expectedSeq: seq, events: [{ seq: seq + 1, at: 1, actor: 'p', commandId: 'c' + seq, type: 'T', v: 1, data }] })
    if (result.ok) seq = result.seq
    else if (result.kind !== 'unavailable') throw new Error(result.kind)
    else if (result.outcome === 'unknown') seq = (await journal.lookup('k1', 'p', 'c' + seq).catch(() => undefined)) ?? seq
    const now = result.ok ? 'saved' : 'refused'
    if (now !== last) console.log(now, seq)
    last = now
  }
  const events = await journal.read('k1', 0)
  console.log('end', seq, events.length, events.every((e, i) => e.seq === i + 1))
  await close()
`

test.skipIf(!hasPrlimit)(
  '[J16] real errors of the system: refused while files may not grow, then goes on',
  async () => {
    const file = join(dir, 'limited.db')
    const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const limit = (bytes: string) =>
      execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`])
    const said: string[] = []
    for await (const line of createInterface(child.stdout)) {
      const [word] = line.split(' ')
      said.push(line)
      if (word === 'saved' && said.length === 1) limit('600000')
      if (word === 'refused') limit('unlimited')
      if (word === 'saved' && said.length === 3) child.stdin.end()
    }
    expect(said.map(line => line.split(' ')[0])).toEqual(['saved', 'refused', 'saved', 'end'])
    const [, acknowledged, stored, contiguous] = said[3]?.split(' ') ?? []
    expect(stored).toBe(acknowledged)
    expect(contiguous).toBe('true')
  },
)
