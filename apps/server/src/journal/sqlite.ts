import { sqliteCards } from '../cards/sqlite.ts'
import { sqliteClaims } from '../claims/sqlite.ts'
import { sqlitePeople } from '../people/sqlite.ts'
import { sqliteRecords } from '../records/sqlite.ts'
import { checkBatch, noSuchClass } from './check-batch.ts'
import { Followers } from './followers.ts'
import { MappedClass } from './mapped-class.ts'
import type { AppendBatch, AppendResult, ClassHead, Journal, StoredEvent } from './port.ts'
import type { Faults } from './sqlite-schema.ts'
import type { Store } from './store.ts'
import { StoreThread } from './store-thread.ts'
import { decodePage, type RewriteRequest } from './thread-messages.ts'

export interface SqliteStore extends Store {
  /** For tests: behave as a full or a read-only disk would. `{}` ends it. */
  setFaults(faults: Faults): Promise<void>
}

/** Opens one data file in a thread of its own. Rejects with `StoreStartError`. Nobody else may hold the file: see open-store.ts. */
export async function startSqliteStore(path: string): Promise<SqliteStore> {
  const followers = new Followers((classId, afterSeq, limit) => journal.read(classId, afterSeq, limit))
  const thread = await StoreThread.start(path, (classId, events) => followers.appended(classId, events))
  const journal = new SqliteJournal(thread, followers)
  return {
    journal,
    people: sqlitePeople(thread),
    cards: sqliteCards(thread),
    records: sqliteRecords(thread),
    claims: sqliteClaims(thread),
    setFaults: faults => thread.call('setFaults', faults),
    close: () => thread.close(),
  }
}

/** Rows fetched at a time, so that a long read does not hold up the commits of other classes. */
const PAGE = 2000

class SqliteJournal implements Journal {
  readonly #thread: StoreThread
  readonly #followers: Followers
  /** Classes whose writers wait for a rewrite. */
  readonly #held = new Map<string, Promise<unknown>>()

  constructor(thread: StoreThread, followers: Followers) {
    this.#thread = thread
    this.#followers = followers
  }

  create(classId: string): Promise<{ epoch: string }> {
    return this.#thread.call('create', classId)
  }

  async append(batch: AppendBatch): Promise<AppendResult> {
    checkBatch(batch)
    if (this.#held.size > 0) await this.#released(batch.classId)
    return this.#thread.append(batch)
  }

  head(classId: string): Promise<ClassHead | undefined> {
    return this.#thread.call('head', classId)
  }

  async read(
    classId: string,
    afterSeq: number,
    limit = Number.POSITIVE_INFINITY,
  ): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = []
    for (;;) {
      const wanted = Math.min(PAGE, limit - events.length)
      const page = decodePage(await this.#thread.call('read', classId, afterSeq + events.length, wanted))
      if (events.length === 0 && page.length < wanted) return page
      for (const event of page) events.push(event)
      if (page.length < wanted || events.length >= limit) return events
    }
  }

  follow(classId: string, afterSeq: number, onEvents: (events: readonly StoredEvent[]) => void) {
    return this.#followers.follow(classId, afterSeq, onEvents)
  }

  lookup(classId: string, actor: string, commandId: string): Promise<number | undefined> {
    return this.#thread.call('lookup', classId, actor, commandId)
  }

  classes(): Promise<readonly ({ readonly classId: string } & ClassHead)[]> {
    return this.#thread.call('classes')
  }

  /**
   * The map runs here, page by page, while the class goes on. If it has moved by the time of the swap, its writers are held
   * until the rest is mapped and swapped (they then meet the new epoch); without that a busy class would never be done.
   */
  async rewrite(classId: string, map: (event: StoredEvent) => StoredEvent): Promise<{ epoch: string }> {
    const head = await this.head(classId)
    if (head === undefined) throw new Error(noSuchClass(classId))
    const mapped = new MappedClass(head)
    await this.#mapUpTo(mapped, classId, map)
    const first = await this.#swap(mapped, classId)
    if (!('moved' in first)) return first
    return this.#whileHeld(classId, async () => {
      let moved = first.moved
      for (;;) {
        mapped.moveTo(moved)
        await this.#mapUpTo(mapped, classId, map)
        const next = await this.#swap(mapped, classId)
        if (!('moved' in next)) return next
        moved = next.moved
      }
    })
  }

  remove(classId: string): Promise<void> {
    return this.#thread.call('remove', classId)
  }

  async #mapUpTo(
    mapped: MappedClass,
    classId: string,
    map: (event: StoredEvent) => StoredEvent,
  ): Promise<void> {
    while (mapped.upto < mapped.head.seq) {
      const page = await this.read(classId, mapped.upto, Math.min(PAGE, mapped.head.seq - mapped.upto))
      for (const event of page) mapped.take(event, map)
    }
  }

  #swap(mapped: MappedClass, classId: string): Promise<{ epoch: string } | { moved: ClassHead }> {
    const request: RewriteRequest = { classId, ...mapped.head, changed: mapped.changed }
    return this.#thread.call('rewrite', JSON.stringify(request))
  }

  async #whileHeld<T>(classId: string, work: () => Promise<T>): Promise<T> {
    await this.#released(classId)
    const working = work()
    const released = working.then(
      () => this.#held.delete(classId),
      () => this.#held.delete(classId),
    )
    this.#held.set(classId, released)
    return working
  }

  async #released(classId: string): Promise<void> {
    for (let held = this.#held.get(classId); held !== undefined; held = this.#held.get(classId)) await held
  }

  markAlive(at: number): Promise<void> {
    return this.#thread.call('markAlive', at)
  }

  lastAlive(): Promise<number | undefined> {
    return this.#thread.call('lastAlive')
  }

  writable(): Promise<boolean> {
    return this.#thread.call('writable').then(
      () => true,
      () => false,
    )
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
