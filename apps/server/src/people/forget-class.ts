import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import {
  CLASS_RECORD_INDEX,
  checkpoint,
  classRecordTable,
  personNameTable,
  rosterTable,
} from '../journal/sqlite-schema.ts'

/** Tables in which somebody's words about a class may stand. */
const WORDED = [
  ['person_name', personNameTable],
  ['roster', rosterTable],
  ['class_record', classRecordTable],
] as const

/** Copies the rows of all other classes to new tables and drops the old ones, which zeroes them (sqlite-schema.ts). */
export function forgetClass(db: DatabaseSyncInstance, classId: string): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const [table, create] of WORDED) {
      const next = `${table}_next`
      db.exec(create(next))
      db.prepare(`INSERT INTO ${next} SELECT * FROM ${table} WHERE class_id <> ?`).run(classId)
      db.exec(`DROP TABLE ${table}; ALTER TABLE ${next} RENAME TO ${table}`)
    }
    db.exec(CLASS_RECORD_INDEX)
    // Tokens and times only: `secure_delete` is enough.
    for (const table of ['seat', 'screen']) db.prepare(`DELETE FROM ${table} WHERE class_id = ?`).run(classId)
    db.exec('COMMIT')
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK')
  }
  checkpoint(db)
}
