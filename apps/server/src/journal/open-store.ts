import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { storageFailure } from './reply.ts'
import { startSqliteStore } from './sqlite.ts'
import { APPLICATION_ID, SCHEMA_VERSION } from './sqlite-schema.ts'
import type { Store } from './store.ts'
import { StoreStartError } from './store-thread.ts'

/** The data folder can't be used. The message is one sentence for the person who starts the server. */
export class DataFolderError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'DataFolderError'
  }
}

/**
 * Opens (or makes) the data folder: `evenkeel.db` with journal and people, and `evenkeel.lock`, which keeps a second server
 * out until this one closes or dies. Rejects with `DataFolderError`, and then has changed nothing in the data file.
 */
export async function openStore(dataDir: string): Promise<Store> {
  const lock = lockFolder(dataDir)
  try {
    const path = join(dataDir, 'evenkeel.db')
    checkHeader(path, dataDir)
    createPrivately(path, dataDir)
    const store = await startSqliteStore(path)
    const close = async () => {
      await store.close()
      if (lock.isOpen) lock.close()
    }
    const { journal, people, cards, records, claims } = store
    return { journal, people, cards, records, claims, close }
  } catch (error) {
    lock.close()
    if (!(error instanceof StoreStartError)) throw error
    throw error.problem === 'newer' ? newerVersion(dataDir) : cannotUse(dataDir, error.message)
  }
}

/** An exclusive lock of the operating system on a small file: it ends with the process, however that ends. */
export function lockFolder(dataDir: string): DatabaseSyncInstance {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw cannotUse(dataDir, error)
  }
  const path = join(dataDir, 'evenkeel.lock')
  createPrivately(path, dataDir)
  let lock: DatabaseSyncInstance | undefined
  try {
    lock = new DatabaseSync(path, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    throw isBusy(error)
      ? new DataFolderError('Another Evenkeel server is already using this data folder.')
      : cannotUse(dataDir, error)
  }
}

const isBusy = (error: unknown): boolean => storageFailure(error)?.busy === true

/** Readable by the owner only. An existing file is not even opened: closing it would drop this process's locks on it. */
function createPrivately(path: string, dataDir: string): void {
  if (existsSync(path)) return
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if (!existsSync(path)) throw cannotUse(dataDir, error)
  }
}

/** Reads the file's own header (https://sqlite.org/fileformat.html, offsets 60 and 68) without opening it as a database. */
function checkHeader(path: string, dataDir: string): void {
  if (!existsSync(path)) return
  const header = Buffer.alloc(100)
  let length: number
  try {
    const file = openSync(path, 'r')
    length = readSync(file, header, 0, header.length, 0)
    closeSync(file)
  } catch (error) {
    throw cannotUse(dataDir, error)
  }
  // An empty file is a start that was cut short.
  if (length === 0) return
  const application = header.readUInt32BE(68)
  const isSqlite = header.toString('latin1', 0, 16) === 'SQLite format 3\0'
  const ours = isSqlite && (application === APPLICATION_ID || application === 0)
  if (length < header.length || !ours) {
    throw new DataFolderError(`The file evenkeel.db in the data folder ${dataDir} is not Evenkeel's.`)
  }
  if (header.readUInt32BE(60) > SCHEMA_VERSION) throw newerVersion(dataDir)
}

const newerVersion = (dataDir: string) =>
  new DataFolderError(
    `The data folder ${dataDir} was written by a newer version of Evenkeel, which must be used to open it.`,
  )

const cannotUse = (dataDir: string, error: unknown) =>
  new DataFolderError(
    `Evenkeel can't use the data folder ${dataDir} (${error instanceof Error ? error.message : String(error)}).`,
  )
