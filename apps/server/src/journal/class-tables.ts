import { randomUUID } from 'node:crypto'
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import { classExists, noSuchClass, timeGoesBack } from './check-batch.ts'
import { CommandIndex } from './command-index.ts'
import type { AppendResult, ClassHead, NameWrite } from './port.ts'
import type { Reply } from './reply.ts'
import { checkpoint, eventTable } from './sqlite-schema.ts'
import type { AppendRequest, RewriteRequest } from './thread-messages.ts'

interface ClassTable {
  readonly number: number
  readonly epoch: string
  seq: number
  at: number
  commands: CommandIndex | undefined
  readonly insert: StatementSyncInstance
  usedAt: number
}

type EventColumns = [
  seq: number,
  at: number,
  actor: string,
  commandId: string,
  type: string,
  v: number,
  data: string,
]

/** Classes whose head, statements and command index are kept; the longest unused go first. */
const KEPT_CLASSES = 256
const KEPT_COMMANDS = 500_000
/** Uses of any class after which a class that was not among them may go. */
const RECENT_USES = 2000

/**
 * The events of all classes over one connection. Heads and command ids are remembered: nobody else writes the file.
 * Methods that write run inside the caller's transaction and register what undoes their memory in `undo`.
 */
export class ClassTables {
  readonly #db: DatabaseSyncInstance
  readonly #kept = new Map<string, ClassTable>()
  readonly #statements = new Map<string, StatementSyncInstance>()
  #uses = 0
  #tidiedAt = 0

  constructor(db: DatabaseSyncInstance) {
    this.#db = db
  }

  create(classId: string, undo: (() => void)[]): Reply {
    if (this.#table(classId) !== undefined) return { refused: classExists(classId) }
    const epoch = randomUUID()
    const number = this.#nextNumber()
    undo.push(() => this.#kept.delete(classId))
    this.#sql('INSERT INTO class VALUES (?, ?, ?)').run(classId, number, epoch)
    this.#db.exec(eventTable(number))
    return { value: { epoch } }
  }

  append(request: AppendRequest, undo: (() => void)[]): Reply {
    const { classId, epoch, expectedSeq, events, names } = request
    const table = this.#table(classId)
    if (table === undefined) return { refused: noSuchClass(classId) }
    const stale: AppendResult = { ok: false, kind: 'stale', epoch: table.epoch, seq: table.seq }
    if (epoch !== table.epoch) return { value: stale }
    const commands = this.#commandsOf(table)
    for (const [, actor, commandId] of events) {
      const seq = commands.firstSeq(actor, commandId)
      if (seq !== undefined) {
        return { value: { ok: false, kind: 'duplicate', actor, commandId, seq } satisfies AppendResult }
      }
    }
    if (expectedSeq !== table.seq) return { value: stale }
    const firstAt = events[0]?.[0] ?? 0
    if (firstAt < table.at) return { refused: timeGoesBack(firstAt, table.at) }

    const { seq: oldSeq, at: oldAt } = table
    undo.push(() => {
      table.seq = oldSeq
      table.at = oldAt
      for (const [, actor, commandId] of events) commands.forget(actor, commandId)
    })
    let seq = oldSeq
    for (const [at, actor, commandId, type, v, data] of events) {
      seq += 1
      table.insert.run(seq, at, actor, commandId, type, v, data)
      commands.remember(actor, commandId, seq)
      table.at = at
    }
    table.seq = seq
    if (names !== undefined) this.#writeNames(classId, names)
    return { value: { ok: true, seq } satisfies AppendResult }
  }

  head(classId: string): ClassHead | undefined {
    const table = this.#table(classId)
    return table && { epoch: table.epoch, seq: table.seq }
  }

  /** The page as JSON text, built from the rows' own text: the data is parsed once, by the reader. */
  read(classId: string, afterSeq: number, limit: number): string {
    const table = this.#table(classId)
    if (table === undefined) return '[]'
    const rows: EventColumns[] = this.#rows(
      `SELECT seq, at, actor, command_id, type, v, data FROM event_${table.number} WHERE seq > ? ORDER BY seq LIMIT ?`,
    ).all(afterSeq, limit)
    const texts = rows.map(([seq, at, actor, commandId, type, v, data]) => {
      const names = JSON.stringify([actor, commandId, type])
      return `[${seq},${at},${v},${names},${data}]`
    })
    return `[${texts.join(',')}]`
  }

  lookup(classId: string, actor: string, commandId: string): number | undefined {
    const table = this.#table(classId)
    return table && this.#commandsOf(table).firstSeq(actor, commandId)
  }

  classes(): readonly ({ classId: string } & ClassHead)[] {
    const rows: [string, number, string][] = this.#rows(
      'SELECT class_id, event_table, epoch FROM class ORDER BY event_table',
    ).all()
    return rows.map(([classId, number, epoch]) => ({ classId, epoch, seq: this.#last(number).seq }))
  }

  /** Copies the class into a new table with the changed rows in place, then drops the old one, which zeroes its pages. */
  rewrite(request: RewriteRequest): Reply {
    const table = this.#table(request.classId)
    if (table === undefined) return { refused: noSuchClass(request.classId) }
    if (table.epoch !== request.epoch || table.seq !== request.seq) {
      return { value: { moved: { epoch: table.epoch, seq: table.seq } } }
    }
    const changed = new Map(request.changed.map(([seq, v, data]) => [seq, { v, data }]))
    const epoch = randomUUID()
    const number = this.#nextNumber()
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      this.#db.exec(eventTable(number))
      const insert = this.#db.prepare(`INSERT INTO event_${number} VALUES (?, ?, ?, ?, ?, ?, ?)`)
      const rows: Iterable<EventColumns> = this.#db
        .prepare(`SELECT seq, at, actor, command_id, type, v, data FROM event_${table.number} ORDER BY seq`, {
          returnArrays: true,
        })
        .iterate()
      for (const [seq, at, actor, commandId, type, v, data] of rows) {
        const now = changed.get(seq) ?? { v, data }
        insert.run(seq, at, actor, commandId, type, now.v, now.data)
      }
      this.#forgetStatements(table.number)
      this.#db.exec(`DROP TABLE event_${table.number}`)
      this.#db
        .prepare('UPDATE class SET event_table = ?, epoch = ? WHERE class_id = ?')
        .run(number, epoch, request.classId)
      this.#db.exec('COMMIT')
    } finally {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      this.#kept.delete(request.classId)
    }
    checkpoint(this.#db)
    return { value: { epoch } }
  }

  /** Dropping a table zeroes its pages; the row of the class is zeroed by `secure_delete`. */
  remove(classId: string): Reply {
    const table = this.#table(classId)
    if (table === undefined) return { value: undefined }
    this.#forgetStatements(table.number)
    this.#kept.delete(classId)
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      this.#db.exec(`DROP TABLE event_${table.number}`)
      this.#db.prepare('DELETE FROM class WHERE class_id = ?').run(classId)
      this.#db.exec('COMMIT')
    } finally {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
    }
    checkpoint(this.#db)
    return { value: undefined }
  }

  #table(classId: string): ClassTable | undefined {
    this.#uses += 1
    const kept = this.#kept.get(classId)
    if (kept !== undefined) {
      kept.usedAt = this.#uses
      return kept
    }
    const row: [number, string] | undefined = this.#rows(
      'SELECT event_table, epoch FROM class WHERE class_id = ?',
    ).get(classId)
    if (row === undefined) return undefined
    const [number, epoch] = row
    const table: ClassTable = {
      number,
      epoch,
      ...this.#last(number),
      commands: undefined,
      insert: this.#db.prepare(`INSERT INTO event_${number} VALUES (?, ?, ?, ?, ?, ?, ?)`),
      usedAt: this.#uses,
    }
    this.#kept.set(classId, table)
    return table
  }

  #last(number: number): { seq: number; at: number } {
    const row: [number, number] | undefined = this.#db
      .prepare(`SELECT seq, at FROM event_${number} ORDER BY seq DESC LIMIT 1`, { returnArrays: true })
      .get()
    return row === undefined ? { seq: 0, at: 0 } : { seq: row[0], at: row[1] }
  }

  #commandsOf(table: ClassTable): CommandIndex {
    if (table.commands === undefined) {
      const commands = new CommandIndex()
      const rows: [string, string, number][] = this.#db
        .prepare(`SELECT actor, command_id, seq FROM event_${table.number} ORDER BY seq`, {
          returnArrays: true,
        })
        .all()
      for (const [actor, commandId, seq] of rows) commands.remember(actor, commandId, seq)
      table.commands = commands
    }
    return table.commands
  }

  /** Called between groups, never inside one. Classes in use stay, however large. */
  dropUnused(): void {
    if (this.#uses - this.#tidiedAt < RECENT_USES) return
    this.#tidiedAt = this.#uses
    let commands = 0
    for (const table of this.#kept.values()) commands += table.commands?.size ?? 0
    for (const [classId, table] of [...this.#kept].sort(([, a], [, b]) => a.usedAt - b.usedAt)) {
      if (this.#kept.size <= KEPT_CLASSES && commands <= KEPT_COMMANDS) return
      if (this.#uses - table.usedAt < RECENT_USES) return
      commands -= table.commands?.size ?? 0
      this.#kept.delete(classId)
      this.#forgetStatements(table.number)
    }
  }

  #writeNames(classId: string, names: readonly NameWrite[]): void {
    const put = this.#sql(`INSERT INTO person_name VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET name_version = excluded.name_version, name = excluded.name,
        staff_number = excluded.staff_number WHERE excluded.name_version >= name_version`)
    for (const { personId, nameVersion, name, staffNumber } of names) {
      put.run(classId, personId, nameVersion, name, staffNumber ?? null)
    }
  }

  #nextNumber(): number {
    const row: [number] = this.#rows('SELECT coalesce(max(event_table), 0) + 1 FROM class').get()
    return row[0]
  }

  #sql(text: string): StatementSyncInstance {
    return this.#cached(text, false)
  }

  #rows(text: string): StatementSyncInstance {
    return this.#cached(text, true)
  }

  #cached(text: string, returnArrays: boolean): StatementSyncInstance {
    const kept = this.#statements.get(text)
    if (kept !== undefined) return kept
    const statement = this.#db.prepare(text, { returnArrays })
    this.#statements.set(text, statement)
    return statement
  }

  #forgetStatements(number: number): void {
    for (const text of this.#statements.keys()) {
      if (text.includes(`event_${number} `)) this.#statements.delete(text)
    }
  }
}
