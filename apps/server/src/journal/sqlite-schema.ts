import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { DatabaseSync } from '@photostructure/sqlite'

/**
 * The shape of the data file. A file with a higher number is from a newer release and is left alone; one with a lower
 * number gets what is missing (`STEPS`).
 */
export const SCHEMA_VERSION = 6
/** "EvnK": tells our files from other SQLite files. */
export const APPLICATION_ID = 0x45766e4b

/**
 * Events lie in one table for each class (`event_1`, `event_2` …, see `eventTable`), all else in shared tables. Two measured
 * reasons: a table that only grows at its end is filled page by page without splits (64 classes at once: 87 against 51
 * thousand events/s), and splits leave copies of old rows in pages that `secure_delete` never zeroes. A table that is
 * dropped is zeroed whole, so forgetting is: write the new table, drop the old one.
 */
const cardTables = `
  CREATE TABLE card (
    hash TEXT PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL, saved_by TEXT NOT NULL,
    saved_at INTEGER NOT NULL, copied_from TEXT, imported_from TEXT, UNIQUE (id, version)
  ) STRICT;
  CREATE TABLE card_hidden (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID
`

/** Tokens, times and pseudonyms only: `secure_delete` is enough. */
const claimTable = `
  CREATE TABLE seat_claim (
    token_hash TEXT PRIMARY KEY, id TEXT NOT NULL, class_id TEXT NOT NULL, people TEXT NOT NULL, digits TEXT NOT NULL,
    device TEXT NOT NULL, asked_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, state TEXT NOT NULL, handle TEXT
  ) STRICT, WITHOUT ROWID
`

export const CLASS_RECORD_INDEX = 'CREATE INDEX class_record_code ON class_record (code)'

const SCHEMA = `
  CREATE TABLE class (
    class_id TEXT PRIMARY KEY, event_table INTEGER NOT NULL UNIQUE, epoch TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mark (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
  ${personNameTable('person_name')};
  CREATE TABLE instructor (
    instructor_id TEXT PRIMARY KEY, name TEXT NOT NULL, owner INTEGER NOT NULL, at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE link (
    hash TEXT PRIMARY KEY, expires_at INTEGER NOT NULL, instructor_id TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE session (
    token_hash TEXT PRIMARY KEY, instructor_id TEXT NOT NULL, expires_at INTEGER NOT NULL,
    remote INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  ${classRecordTable('class_record')};
  ${CLASS_RECORD_INDEX};
  CREATE TABLE seat (
    class_id TEXT NOT NULL, handle TEXT NOT NULL, person_id TEXT NOT NULL, token_hash TEXT NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (class_id, handle)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX seat_token ON seat (token_hash);
  CREATE TABLE screen (
    token_hash TEXT PRIMARY KEY, class_id TEXT, digits TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  ${rosterTable('roster')};
  ${cardTables};
  ${recordRowTable('record_row')};
  ${claimTable};
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`

/** What a file of an older release lacks, by the version that it comes to. */
const STEPS: Readonly<Record<number, string>> = {
  2: rosterTable('roster'),
  3: cardTables,
  4: recordRowTable('record_row'),
  5: `
    ALTER TABLE link ADD COLUMN instructor_id TEXT;
    ALTER TABLE session ADD COLUMN remote INTEGER NOT NULL DEFAULT 0
  `,
  6: claimTable,
}

export function classRecordTable(table: string): string {
  return `CREATE TABLE ${table} (
    class_id TEXT PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, owner_id TEXT NOT NULL,
    opened_at INTEGER NOT NULL, closed_at INTEGER
  ) STRICT, WITHOUT ROWID`
}

/** Whom an instructor expects in a class, as JSON: it is read and replaced whole. */
export function rosterTable(table: string): string {
  return `CREATE TABLE ${table} (
    class_id TEXT PRIMARY KEY, shown INTEGER NOT NULL, people TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`
}

/** What a school writes beside the journal, as JSON: sign-offs, what stands on a certificate, who is one person. */
export function recordRowTable(table: string): string {
  return `CREATE TABLE ${table} (
    of TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (of, name)
  ) STRICT, WITHOUT ROWID`
}

export function personNameTable(table: string): string {
  return `CREATE TABLE ${table} (
    class_id TEXT NOT NULL, person_id TEXT NOT NULL, name_version INTEGER NOT NULL, name TEXT NOT NULL,
    staff_number TEXT, PRIMARY KEY (class_id, person_id)
  ) STRICT, WITHOUT ROWID`
}

/** The events of one class. seq is the table's own key: a second writer of the same seq is refused by the store. */
export function eventTable(number: number): string {
  return `CREATE TABLE event_${number} (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, command_id TEXT NOT NULL,
    type TEXT NOT NULL, v INTEGER NOT NULL, data TEXT NOT NULL
  ) STRICT`
}

/** Limits put on the connection by tests, in place of a full or read-only disk. */
export interface Faults {
  readonly maxPages?: number
  readonly readOnly?: boolean
}

export class NewerSchemaError extends Error {}

/** Opens the file with every promise of the store switched on, and creates the tables in a new one. */
export function openDataFile(path: string): DatabaseSyncInstance {
  const db = new DatabaseSync(path, { timeout: 2000, enableForeignKeyConstraints: true })
  try {
    db.exec(`
      PRAGMA secure_delete = ON;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA trusted_schema = OFF;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -32000;
      PRAGMA wal_autocheckpoint = 4000;
    `)
    const version = pragma(db, 'user_version')
    if (version > SCHEMA_VERSION) throw new NewerSchemaError(`schema ${version}`)
    if (version === 0) {
      db.exec(`BEGIN EXCLUSIVE; ${SCHEMA} COMMIT;`)
      checkpoint(db)
    }
    for (let next = version + 1; version > 0 && next <= SCHEMA_VERSION; next += 1) {
      db.exec(`BEGIN EXCLUSIVE; ${STEPS[next] ?? ''}; PRAGMA user_version = ${next}; COMMIT;`)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

export function applyFaults(db: DatabaseSyncInstance, faults: Faults): void {
  // 2^32 - 2 pages is SQLite's own limit.
  db.exec(`PRAGMA max_page_count = ${faults.maxPages ?? 4294967294}`)
  db.exec(`PRAGMA query_only = ${faults.readOnly ? 'ON' : 'OFF'}`)
}

/** Brings everything from the WAL into the file and empties the WAL, so that nothing old is left in either. */
export function checkpoint(db: DatabaseSyncInstance): void {
  const [busy] = Object.values(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get())
  if (busy !== 0) throw new Error('The checkpoint could not finish')
}

export function pragma(db: DatabaseSyncInstance, name: string): number {
  const [value] = Object.values(db.prepare(`PRAGMA ${name}`).get())
  return typeof value === 'number' ? value : Number.NaN
}
