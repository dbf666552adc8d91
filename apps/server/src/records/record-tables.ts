import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { checkpoint, recordRowTable } from '../journal/sqlite-schema.ts'
import type { RecordRow } from './port.ts'

/** The side of the records in the store's thread. Every method is the port's method of the same name. */
export class RecordTables {
  readonly #db: DatabaseSyncInstance

  constructor(db: DatabaseSyncInstance) {
    this.#db = db
  }

  rows(of: string): readonly RecordRow[] {
    const rows: [string, string][] = this.#db
      .prepare('SELECT name, value FROM record_row WHERE of = ? ORDER BY name', { returnArrays: true })
      .all(of)
    return rows.map(([name, value]) => ({ name, value: JSON.parse(value) }))
  }

  put(of: string, rows: readonly RecordRow[]): void {
    this.#rewrite(
      'of <> ?1 OR name NOT IN (SELECT value FROM json_each(?2))',
      [of, JSON.stringify(rows.map(({ name }) => name))],
      () => {
        const insert = this.#db.prepare('INSERT INTO record_row_next VALUES (?, ?, ?)')
        for (const { name, value } of rows) insert.run(of, name, JSON.stringify(value))
      },
    )
  }

  drop(of: string, name: string | null | undefined): void {
    if (name === null || name === undefined) this.#rewrite('of <> ?1', [of])
    else this.#rewrite('of <> ?1 OR name <> ?2', [of, name])
  }

  /** Copies what stays to a new table and drops the old one: only a dropped table is zeroed whole (sqlite-schema.ts). */
  #rewrite(staying: string, given: readonly string[], add: () => void = () => {}): void {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      this.#db.exec(recordRowTable('record_row_next'))
      this.#db.prepare(`INSERT INTO record_row_next SELECT * FROM record_row WHERE ${staying}`).run(...given)
      add()
      this.#db.exec('DROP TABLE record_row; ALTER TABLE record_row_next RENAME TO record_row; COMMIT')
    } finally {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
    }
    checkpoint(this.#db)
  }
}
