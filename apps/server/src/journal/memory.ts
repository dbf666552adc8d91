import { randomUUID } from 'node:crypto'
import { MemoryCards } from '../cards/memory.ts'
import { MemoryClaims } from '../claims/memory.ts'
import { MemoryPeople } from '../people/memory.ts'
import { MemoryRecords } from '../records/memory.ts'
import { checkBatch, checkRewritten, classExists, noSuchClass, timeGoesBack } from './check-batch.ts'
import { CommandIndex } from './command-index.ts'
import { Followers } from './followers.ts'
import type { AppendBatch, AppendResult, ClassHead, Journal, StoredEvent } from './port.ts'
import { StoreUnavailableError } from './port.ts'
import type { Store } from './store.ts'

/** A store that ends with the process: for tests, and for the simulated class that nobody keeps. */
export function createMemoryStore(): Store {
  const people = new MemoryPeople()
  const journal = new MemoryJournal(people)
  return {
    journal,
    people,
    cards: new MemoryCards(),
    records: new MemoryRecords(),
    claims: new MemoryClaims(people),
    close: () => journal.close(),
  }
}

/** Data is kept as text, so that what is read is never the object that was written. */
type Row = Omit<StoredEvent, 'data'> & { readonly text: string }

interface ClassLog {
  epoch: string
  rows: Row[]
  readonly commands: CommandIndex
}

class MemoryJournal implements Journal {
  readonly #people: MemoryPeople
  readonly #classes = new Map<string, ClassLog>()
  readonly #followers = new Followers((classId, afterSeq, limit) => this.read(classId, afterSeq, limit))
  #lastAlive: number | undefined
  #closed = false

  constructor(people: MemoryPeople) {
    this.#people = people
  }

  async create(classId: string): Promise<{ epoch: string }> {
    this.#mustBeOpen()
    if (this.#classes.has(classId)) throw new Error(classExists(classId))
    const epoch = randomUUID()
    this.#classes.set(classId, { epoch, rows: [], commands: new CommandIndex() })
    return { epoch }
  }

  async append(batch: AppendBatch): Promise<AppendResult> {
    checkBatch(batch)
    if (this.#closed) return { ok: false, kind: 'unavailable', outcome: 'not-written', cause: 'closed' }
    const log = this.#logOf(batch.classId)
    const stale = { ok: false, kind: 'stale', epoch: log.epoch, seq: log.rows.length } as const
    if (batch.epoch !== log.epoch) return stale
    for (const { actor, commandId } of batch.events) {
      const seq = log.commands.firstSeq(actor, commandId)
      if (seq !== undefined) return { ok: false, kind: 'duplicate', actor, commandId, seq }
    }
    if (batch.expectedSeq !== log.rows.length) return stale
    const lastAt = log.rows.at(-1)?.at ?? 0
    const firstAt = batch.events[0]?.at ?? 0
    if (firstAt < lastAt) throw new Error(timeGoesBack(firstAt, lastAt))
    const rows = batch.events.map(asRow)
    for (const row of rows) {
      log.rows.push(row)
      log.commands.remember(row.actor, row.commandId, row.seq)
    }
    this.#people.writeNames(batch.classId, batch.names ?? [])
    this.#followers.appended(batch.classId, batch.events)
    return { ok: true, seq: log.rows.length }
  }

  async head(classId: string): Promise<ClassHead | undefined> {
    this.#mustBeOpen()
    const log = this.#classes.get(classId)
    return log && { epoch: log.epoch, seq: log.rows.length }
  }

  async read(classId: string, afterSeq: number, limit?: number): Promise<readonly StoredEvent[]> {
    this.#mustBeOpen()
    const rows = this.#classes.get(classId)?.rows ?? []
    return rows.slice(afterSeq, limit === undefined ? undefined : afterSeq + limit).map(asEvent)
  }

  follow(classId: string, afterSeq: number, onEvents: (events: readonly StoredEvent[]) => void) {
    return this.#followers.follow(classId, afterSeq, onEvents)
  }

  async lookup(classId: string, actor: string, commandId: string): Promise<number | undefined> {
    this.#mustBeOpen()
    return this.#classes.get(classId)?.commands.firstSeq(actor, commandId)
  }

  async classes() {
    this.#mustBeOpen()
    return [...this.#classes].map(([classId, log]) => ({ classId, epoch: log.epoch, seq: log.rows.length }))
  }

  async rewrite(classId: string, map: (event: StoredEvent) => StoredEvent): Promise<{ epoch: string }> {
    this.#mustBeOpen()
    const log = this.#logOf(classId)
    log.rows = log.rows.map(row => {
      const before = asEvent(row)
      const after = map(before)
      checkRewritten(asEvent(row), after)
      return asRow(after)
    })
    log.epoch = randomUUID()
    return { epoch: log.epoch }
  }

  async remove(classId: string): Promise<void> {
    this.#mustBeOpen()
    this.#classes.delete(classId)
  }

  async markAlive(at: number): Promise<void> {
    this.#mustBeOpen()
    this.#lastAlive = at
  }

  async lastAlive(): Promise<number | undefined> {
    this.#mustBeOpen()
    return this.#lastAlive
  }

  async writable(): Promise<boolean> {
    return !this.#closed
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #logOf(classId: string): ClassLog {
    const log = this.#classes.get(classId)
    if (log === undefined) throw new Error(noSuchClass(classId))
    return log
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreUnavailableError('not-written', 'closed')
  }
}

const asRow = ({ data, ...event }: StoredEvent): Row => ({ ...event, text: JSON.stringify(data) })
const asEvent = ({ text, ...event }: Row): StoredEvent => ({ ...event, data: JSON.parse(text) })
