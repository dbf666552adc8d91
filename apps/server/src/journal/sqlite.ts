import { sqlitePeople } from '../people/sqlite.ts'
import { checkBatch, checkRewritten, noSuchClass } from './check-batch.ts'
import { Followers } from './followers.ts'
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
    setFaults: faults => thread.call('setFaults', faults),
    close: () => thread.close(),
  }
}

/** Rows fetched at a time, so that a long read does not hold up the commits of other classes. */
const PAGE = 2000

class SqliteJournal implements Journal {
  readonly #thread: StoreThread
  readonly #followers: Followers

  constructor(thread: StoreThread, followers: Followers) {
    this.#thread = thread
    this.#followers = followers
  }

  create(classId: string): Promise<{ epoch: string }> {
    return this.#thread.call('create', classId)
  }

  async append(batch: AppendBatch): Promise<AppendResult> {
    checkBatch(batch)
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

  /** The map runs here, page by page; if the class moves meanwhile the rest is mapped and the swap tried again. */
  async rewrite(classId: string, map: (event: StoredEvent) => StoredEvent): Promise<{ epoch: string }> {
    let head = await this.head(classId)
    if (head === undefined) throw new Error(noSuchClass(classId))
    let changed: [seq: number, v: number, data: string][] = []
    let mapped = 0
    for (;;) {
      while (mapped < head.seq) {
        const page = await this.read(classId, mapped, Math.min(PAGE, head.seq - mapped))
        for (const event of page) {
          const before = JSON.stringify(event.data)
          const after = map(event)
          checkRewritten(event, after)
          const data = JSON.stringify(after.data)
          if (data !== before || after.v !== event.v) changed.push([event.seq, after.v, data])
        }
        mapped += page.length
      }
      const request: RewriteRequest = { classId, epoch: head.epoch, seq: head.seq, changed }
      const done = await this.#thread.call<{ epoch: string } | { moved: ClassHead }>(
        'rewrite',
        JSON.stringify(request),
      )
      if (!('moved' in done)) return done
      if (done.moved.epoch !== head.epoch) {
        changed = []
        mapped = 0
      }
      head = done.moved
    }
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
