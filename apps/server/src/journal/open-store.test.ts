import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolderError, openStore } from './open-store.ts'
import { startSqliteStore } from './sqlite.ts'
import { SCHEMA_VERSION } from './sqlite-schema.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'evenkeel-test-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const sentence = (dataDir: string): Promise<string> =>
  openStore(dataDir).then(
    store => store.close().then(() => 'opened'),
    (error: unknown) => {
      if (!(error instanceof DataFolderError)) throw error
      return error.message
    },
  )

const hashes = (folder: string) =>
  readdirSync(folder)
    .filter(name => name !== 'evenkeel.lock')
    .sort()
    .map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ])

async function closedStoreIn(dataDir: string): Promise<string> {
  const store = await openStore(dataDir)
  await store.journal.create('k1')
  await store.close()
  return join(dataDir, 'evenkeel.db')
}

test('[J20] a new data folder is made, for its owner only', async () => {
  const dataDir = join(dir, 'deep', 'data')
  const store = await openStore(dataDir)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(dataDir)) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir)).toContain('evenkeel.db')
  await store.close()
})

test('[J20] the promises of the file are kept from its creation', async () => {
  const path = await closedStoreIn(dir)
  const store = await startSqliteStore(path)
  await store.close()
  const db = new DatabaseSync(path)
  const value = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get())[0]
  expect(value('journal_mode')).toBe('wal')
  expect(value('user_version')).toBe(SCHEMA_VERSION)
  expect(value('integrity_check')).toBe('ok')
  db.close()
})

test('[J20] a folder from a newer version is refused in one sentence and not touched', async () => {
  const path = await closedStoreIn(dir)
  const db = new DatabaseSync(path)
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}; PRAGMA wal_checkpoint(TRUNCATE)`)
  db.close()
  const before = hashes(dir)
  expect(await sentence(dir)).toBe(
    `The data folder ${dir} was written by a newer version of Evenkeel, which must be used to open it.`,
  )
  expect(hashes(dir)).toEqual(before)
})

test('[J20] a folder of the first release gets what it lacks and keeps what it has', async () => {
  const path = await closedStoreIn(dir)
  const db = new DatabaseSync(path)
  db.exec(
    `DROP TABLE roster; DROP TABLE card; DROP TABLE card_hidden; DROP TABLE record_row; DROP TABLE seat_claim;
     ALTER TABLE link DROP COLUMN instructor_id; ALTER TABLE session DROP COLUMN remote; PRAGMA user_version = 1`,
  )
  db.close()
  const store = await openStore(dir)
  await store.people.putRoster('k1', { people: [{ name: 'Ana' }], shown: true })
  expect(await store.people.rosterOf('k1')).toMatchObject({ people: [{ name: 'Ana' }] })
  expect(await store.journal.head('k1')).toBeDefined()
  expect(await store.cards.all()).toEqual([])
  await store.people.putLink('l1', 10, 'i1')
  expect(await store.people.takeLink('l1', 9)).toEqual({ instructorId: 'i1' })
  await store.close()
})

test('[J20] a file that is not ours is refused and not touched', async () => {
  const path = join(dir, 'evenkeel.db')
  writeFileSync(path, 'shopping list: milk, bread')
  const before = hashes(dir)
  expect(await sentence(dir)).toBe(`The file evenkeel.db in the data folder ${dir} is not Evenkeel's.`)
  rmSync(path)
  expect(before).toHaveLength(1)
  const foreign = new DatabaseSync(path)
  foreign.exec('PRAGMA application_id = 7; CREATE TABLE t (x)')
  foreign.close()
  const beforeForeign = hashes(dir)
  expect(await sentence(dir)).toContain("is not Evenkeel's")
  expect(hashes(dir)).toEqual(beforeForeign)
})

const BUSY = 'Another Evenkeel server is already using this data folder.'

test('[J20] a second server is refused while the first one runs, and let in afterwards', async () => {
  const store = await openStore(dir)
  expect(await sentence(dir)).toBe(BUSY)
  // Also a third time: the refusal must not have loosened the lock.
  expect(await sentence(dir)).toBe(BUSY)
  const other = spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { openStore } from ${JSON.stringify(new URL('../../dist/journal/open-store.js', import.meta.url).href)}
     await openStore(process.argv[1]).catch(error => { console.log(error.message) })`,
    dir,
  ])
  expect(other.stdout.toString().trim()).toBe(BUSY)
  // The first one was not disturbed.
  expect(await store.journal.writable()).toBe(true)
  await store.close()
  expect(await sentence(dir)).toBe('opened')
})

test('[J20] a folder that cannot be used is refused in one sentence', async () => {
  const file = join(dir, 'file')
  writeFileSync(file, '')
  expect(await sentence(join(file, 'data'))).toMatch(/^Evenkeel can't use the data folder .*\.$/)
  const odd = join(dir, 'odd')
  mkdirSync(join(odd, 'evenkeel.lock'), { recursive: true })
  expect(await sentence(odd)).toMatch(/^Evenkeel can't use the data folder .*\.$/)
})
