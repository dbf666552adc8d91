import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { CardTables } from '../cards/card-tables.ts'
import { ClaimTables } from '../claims/claim-tables.ts'
import { PeopleTables } from '../people/people-tables.ts'
import { RecordTables } from '../records/record-tables.ts'
import { ClassTables } from './class-tables.ts'
import { type Reply, type StorageFailure, storageFailure } from './reply.ts'
import { applyFaults, checkpoint, type Faults, openDataFile } from './sqlite-schema.ts'

/** One connection and what is remembered about the file through it. A new connection starts with an empty memory. */
export interface Tables {
  readonly db: DatabaseSyncInstance
  readonly classes: ClassTables
  readonly people: PeopleTables
  readonly cards: CardTables
  readonly records: RecordTables
  readonly claims: ClaimTables
}

/** A write inside a group. What it remembers before the commit, `undo` takes back. */
export type Write = (tables: Tables, undo: (() => void)[]) => Reply

/**
 * The data file: groups of writes committed as one, and what to answer when the disk does not let them.
 * Runs in the store's thread, or directly in a test.
 */
export class DataFile {
  readonly #path: string
  readonly #open: (path: string) => DatabaseSyncInstance
  #faults: Faults = {}
  #tables: Tables | undefined

  /** Throws when the file can't be opened. */
  constructor(path: string, open: (path: string) => DatabaseSyncInstance = openDataFile) {
    this.#path = path
    this.#open = open
    this.#tables = this.#connect()
  }

  /** Runs all writes in one transaction. One answer for each, in their order. */
  commit(writes: readonly Write[]): readonly Reply[] {
    const all = (reply: Reply) => writes.map(() => reply)
    const undo: (() => void)[] = []
    let committing = false
    let tables: Tables
    try {
      tables = this.#connected()
    } catch (error) {
      return all(unavailable(failureOf(error), 'not-written'))
    }
    try {
      tables.db.exec('BEGIN IMMEDIATE')
      const replies = writes.map(write => write(tables, undo))
      committing = true
      tables.db.exec('COMMIT')
      tables.classes.dropUnused()
      return replies
    } catch (error) {
      for (const step of undo.reverse()) step()
      const failure = storageFailure(error)
      const rolledBack = this.#rollBack(tables, failure)
      if (failure === undefined) return this.#apart(writes, error)
      const sure = rolledBack && (!committing || failure.surelyNotCommitted)
      return all(unavailable(failure, sure ? 'not-written' : 'unknown'))
    }
  }

  /** Runs something that brings its own transaction, or only reads. */
  alone(run: (tables: Tables) => Reply): Reply {
    try {
      return run(this.#connected())
    } catch (error) {
      const failure = storageFailure(error)
      if (failure === undefined) return { refused: messageOf(error) }
      if (failure.reopen) this.#disconnect()
      return unavailable(failure, failure.surelyNotCommitted ? 'not-written' : 'unknown')
    }
  }

  /** For tests: behave as a full or a read-only disk would, until told otherwise. */
  setFaults(faults: Faults): void {
    this.#faults = faults
    if (this.#tables !== undefined) applyFaults(this.#tables.db, faults)
  }

  close(): void {
    const tables = this.#tables
    this.#tables = undefined
    if (tables === undefined) return
    try {
      checkpoint(tables.db)
    } catch {
      // The WAL stays beside the file and is read at the next start.
    }
    tables.db.close()
  }

  /** A write threw for a reason of its own: each runs by itself, so that only the faulty one suffers. */
  #apart(writes: readonly Write[], error: unknown): readonly Reply[] {
    if (writes.length === 1) return [{ refused: messageOf(error) }]
    return writes.flatMap(write => this.commit([write]))
  }

  /**
   * False when it stays unknown what the file holds. Then, or when the connection itself is in doubt, the connection is
   * dropped; opening it again reads the WAL as after a crash, so that what is found then is what stays.
   */
  #rollBack(tables: Tables, failure: StorageFailure | undefined): boolean {
    let rolledBack = true
    try {
      if (tables.db.isTransaction) tables.db.exec('ROLLBACK')
    } catch {
      rolledBack = false
    }
    if (!rolledBack || failure?.reopen) this.#disconnect()
    return rolledBack
  }

  #connected(): Tables {
    this.#tables ??= this.#connect()
    return this.#tables
  }

  #connect(): Tables {
    const db = this.#open(this.#path)
    try {
      // After a failed sync the WAL's pages may never have reached the disk: write them to the file before trusting them.
      checkpoint(db)
      applyFaults(db, this.#faults)
      return {
        db,
        classes: new ClassTables(db),
        people: new PeopleTables(db),
        cards: new CardTables(db),
        records: new RecordTables(db),
        claims: new ClaimTables(db),
      }
    } catch (error) {
      db.close()
      throw error
    }
  }

  #disconnect(): void {
    const tables = this.#tables
    this.#tables = undefined
    try {
      tables?.db.close()
    } catch {
      // A connection that can't even close is left to the system.
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const failureOf = (error: unknown): { readonly cause: string } =>
  storageFailure(error) ?? { cause: messageOf(error) }

const unavailable = ({ cause }: { readonly cause: string }, outcome: 'not-written' | 'unknown'): Reply => ({
  unavailable: outcome,
  cause,
})
