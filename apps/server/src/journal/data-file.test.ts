import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFile, type Write } from './data-file.ts'
import { openDataFile } from './sqlite-schema.ts'

let dir: string
let path: string
/** What happens at the next COMMIT, instead of or after the real one. */
let atCommit: ((commit: () => void) => void) | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'evenkeel-test-'))
  path = join(dir, 'evenkeel.db')
  atCommit = undefined
})
afterEach(() => rmSync(dir, { recursive: true }))

function openWithFaultyCommit(file: string): DatabaseSyncInstance {
  const db = openDataFile(file)
  const exec = (sql: string) => {
    const fault = atCommit
    if (sql !== 'COMMIT' || fault === undefined) return db.exec(sql)
    atCommit = undefined
    fault(() => db.exec(sql))
  }
  return new Proxy(db, {
    get: (_, name) => {
      if (name === 'exec') return exec
      const value: unknown = Reflect.get(db, name)
      return typeof value === 'function' ? value.bind(db) : value
    },
  })
}

const sqliteError = (errcode: number) => Object.assign(new Error('from the disk'), { errcode })
const IOERR_FSYNC = 1034
const FULL = 13

function newClass(file: DataFile): string {
  const [reply] = file.commit([({ classes }, undo) => classes.create('k1', undo)])
  if (reply === undefined || !('value' in reply)) throw new Error('not created')
  const { epoch } = Object(reply.value)
  return String(epoch)
}

const append =
  (epoch: string, seq: number, commandId: string): Write =>
  ({ classes }, undo) =>
    classes.append(
      {
        classId: 'k1',
        epoch,
        expectedSeq: seq - 1,
        events: [[seq, 'p1', commandId, 'LineSpoken', 1, '"hi"']],
        names: undefined,
      },
      undo,
    )

const head = (file: DataFile) => file.alone(({ classes }) => ({ value: classes.head('k1')?.seq }))
const lookup = (file: DataFile, id: string) =>
  file.alone(({ classes }) => ({ value: classes.lookup('k1', 'p1', id) }))

test('[J16] a COMMIT that fails in doubt is unknown; lookup then tells that nothing was written', () => {
  const file = new DataFile(path, openWithFaultyCommit)
  const epoch = newClass(file)
  atCommit = () => {
    throw sqliteError(IOERR_FSYNC)
  }
  expect(file.commit([append(epoch, 1, 'a')])).toEqual([
    { unavailable: 'unknown', cause: 'the disk reported an error (SQLite 1034)' },
  ])
  expect(lookup(file, 'a')).toEqual({ value: undefined })
  expect(file.commit([append(epoch, 1, 'a')])).toEqual([{ value: { ok: true, seq: 1 } }])
  file.close()
})

test('[J16] a COMMIT that fails in doubt is unknown; lookup then tells that it was written', () => {
  const file = new DataFile(path, openWithFaultyCommit)
  const epoch = newClass(file)
  atCommit = commit => {
    commit()
    throw sqliteError(IOERR_FSYNC)
  }
  expect(file.commit([append(epoch, 1, 'a')])).toMatchObject([{ unavailable: 'unknown' }])
  expect(lookup(file, 'a')).toEqual({ value: 1 })
  expect(file.commit([append(epoch, 1, 'a')])).toMatchObject([{ value: { kind: 'duplicate', seq: 1 } }])
  expect(file.commit([append(epoch, 2, 'b')])).toEqual([{ value: { ok: true, seq: 2 } }])
  file.close()
})

test('[J16] a COMMIT refused by a full disk is surely not written', () => {
  const file = new DataFile(path, openWithFaultyCommit)
  const epoch = newClass(file)
  atCommit = () => {
    throw sqliteError(FULL)
  }
  expect(file.commit([append(epoch, 1, 'a'), append(epoch, 2, 'b')])).toEqual([
    { unavailable: 'not-written', cause: 'the disk is full (SQLite 13)' },
    { unavailable: 'not-written', cause: 'the disk is full (SQLite 13)' },
  ])
  expect(head(file)).toEqual({ value: 0 })
  expect(lookup(file, 'a')).toEqual({ value: undefined })
  expect(file.commit([append(epoch, 1, 'a')])).toEqual([{ value: { ok: true, seq: 1 } }])
  file.close()
})

test('[J7] a write that throws is undone by itself; the others of its group are committed', () => {
  const file = new DataFile(path)
  const epoch = newClass(file)
  const faulty: Write = tables => {
    tables.db.exec("INSERT INTO setting VALUES ('half', 'done')")
    throw new Error('a bug')
  }
  expect(file.commit([append(epoch, 1, 'a'), faulty, append(epoch, 2, 'b')])).toEqual([
    { value: { ok: true, seq: 1 } },
    { refused: 'a bug' },
    { value: { ok: true, seq: 2 } },
  ])
  expect(file.alone(({ people }) => ({ value: people.setting('half') }))).toEqual({ value: undefined })
  expect(head(file)).toEqual({ value: 2 })
  file.close()
})

test('[J16] a connection that cannot be opened again refuses until it can', () => {
  let broken = false
  const file = new DataFile(path, p => {
    if (broken) throw sqliteError(14)
    return openWithFaultyCommit(p)
  })
  const epoch = newClass(file)
  broken = true
  atCommit = () => {
    throw sqliteError(IOERR_FSYNC)
  }
  expect(file.commit([append(epoch, 1, 'a')])).toMatchObject([{ unavailable: 'unknown' }])
  expect(file.commit([append(epoch, 1, 'a')])).toEqual([
    { unavailable: 'not-written', cause: "the data file can't be opened (SQLite 14)" },
  ])
  expect(head(file)).toMatchObject({ cause: "the data file can't be opened (SQLite 14)" })
  broken = false
  expect(file.commit([append(epoch, 1, 'a')])).toEqual([{ value: { ok: true, seq: 1 } }])
  file.close()
})
