import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { causeOf, outcomeOf, RedisFailed } from '../redis/outcome.ts'
import { probe } from '../redis/probe.ts'
import { run, script } from '../redis/script.ts'
import { checkBatch, classExists, noSuchClass, timeGoesBack } from './check-batch.ts'
import { Followers } from './followers.ts'
import type { AppendBatch, AppendResult, ClassHead, Journal, StoredEvent } from './port.ts'
import { StoreUnavailableError } from './port.ts'
import { append, commandField } from './redis-append.ts'
import { forgetOldBytes, rewriteClass } from './redis-rewrite.ts'
import { Woken } from './woken.ts'

export interface RedisJournalParts {
  readonly client: RedisClient
  readonly clock: Clock
  /** What stands in a Redis that holds this deployment's data. */
  readonly mark: string
}

const CREATE = script(`
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'seq', '0', 'at', '0')
return 1
`)

const PAGE = 2_000
/** ms before a writer asks again whether a rewrite still holds its class, and how often it asks. */
const HELD_LOOK = 5
const HELD_LOOKS = 2_000
/** ms after which a Redis that has not answered whether it takes writes is one that does not. */
const PROBE_WITHIN = 2_000

/** A stream for each class in one Redis. Any number of servers may write: the append function decides who was first. */
export class RedisJournal implements Journal {
  readonly #client: RedisClient
  readonly #clock: Clock
  readonly #mark: string
  readonly #writer = randomUUID()
  readonly #woken: Woken
  readonly #followers = new Followers((classId, afterSeq, limit) => this.read(classId, afterSeq, limit))
  /** Rewrites of one class follow each other. */
  readonly #rewriting = new Map<string, Promise<unknown>>()
  readonly #epochs = new Map<string, Set<{ known: string | undefined; readonly changed: () => void }>>()
  readonly #inFlight = new Set<Promise<unknown>>()
  #closed = false
  /** Events that were read and parsed, for the bench: with affinity hardly any of another server's. */
  decoded = 0

  constructor({ client, clock, mark }: RedisJournalParts) {
    this.#client = client
    this.#clock = clock
    this.#mark = mark
    const woke = (classId: string, seq: number | undefined) => this.#followers.woke(classId, seq)
    // Another Redis may have taken the place of this one, with another history: that is looked at before anything is read on.
    client.channels.whenDeaf(() => {
      for (const watching of this.#epochs.values()) for (const { changed } of watching) changed()
    })
    this.#woken = new Woken({ channels: client.channels, clock, writer: this.#writer, woke })
  }

  async create(classId: string): Promise<{ epoch: string }> {
    const epoch = randomUUID()
    const created = await this.#ask(async client => {
      await client.sAdd(keys.classes, classId)
      return run(client, CREATE, [keys.head(classId)], [epoch])
    })
    if (created !== 1) throw new Error(classExists(classId))
    return { epoch }
  }

  async append(batch: AppendBatch): Promise<AppendResult> {
    checkBatch(batch)
    if (this.#closed) return { ok: false, kind: 'unavailable', outcome: 'not-written', cause: 'closed' }
    const working = this.#append(batch)
    this.#inFlight.add(working)
    try {
      return await working
    } finally {
      this.#inFlight.delete(working)
    }
  }

  async #append(batch: AppendBatch): Promise<AppendResult> {
    const { classId, events } = batch
    for (let looks = 0; looks < HELD_LOOKS; looks += 1) {
      let result: Awaited<ReturnType<typeof append>>
      try {
        result = await append(this.#client, this.#writer, batch)
      } catch (error) {
        const outcome = outcomeOf(error)
        // If it was written after all, nobody will say so: this writer's own messages are not listened to.
        if (outcome === 'unknown') this.#followers.woke(classId)
        return { ok: false, kind: 'unavailable', outcome, cause: causeOf(error) }
      }
      switch (result.kind) {
        case 'ok':
          this.#followers.appended(classId, events)
          return { ok: true, seq: result.seq }
        case 'none':
          throw new Error(noSuchClass(classId))
        case 'back':
          throw new Error(timeGoesBack(events[0]?.at ?? 0, result.at))
        case 'stale':
          return { ok: false, ...result }
        case 'duplicate': {
          const { actor = '', commandId = '' } = events[result.index] ?? {}
          return { ok: false, kind: 'duplicate', actor, commandId, seq: result.seq }
        }
        case 'held':
          await new Promise<void>(resolve => this.#clock.after(HELD_LOOK, resolve))
      }
    }
    return { ok: false, kind: 'unavailable', outcome: 'not-written', cause: 'held' }
  }

  head(classId: string): Promise<ClassHead | undefined> {
    return this.#ask(async client => {
      const [epoch, seq] = await client.hmGet(keys.head(classId), ['epoch', 'seq'])
      return typeof epoch === 'string' ? { epoch, seq: Number(seq) } : undefined
    })
  }

  async read(
    classId: string,
    afterSeq: number,
    limit = Number.POSITIVE_INFINITY,
  ): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = []
    let head = await this.head(classId)
    if (head !== undefined) this.#noticeEpoch(classId, head.epoch)
    while (head !== undefined && events.length < limit) {
      const wanted = Math.min(PAGE, limit - events.length)
      const page = await this.#readEpoch(classId, head.epoch, afterSeq + events.length, wanted)
      for (const event of page) events.push(event)
      if (page.length === wanted) continue
      // Nothing more; or a rewrite has taken the stream away between two pages.
      const now = await this.head(classId)
      if (now === undefined || now.epoch === head.epoch) break
      events.length = 0
      head = now
    }
    return events
  }

  /** Whoever follows a class reads it again and again: that is where a rewrite shows, if its message was lost. */
  #noticeEpoch(classId: string, epoch: string): void {
    for (const watching of this.#epochs.get(classId) ?? []) {
      const before = watching.known
      watching.known = epoch
      if (before !== undefined && before !== epoch) watching.changed()
    }
  }

  #readEpoch(classId: string, epoch: string, after: number, limit: number): Promise<StoredEvent[]> {
    return this.#ask(async client => {
      const stream = keys.events(classId, epoch)
      const range = (await client.xRange(stream, `${after + 1}`, '+', { COUNT: limit })) ?? []
      this.decoded += range.length
      return range.map(({ message }) => JSON.parse(message.e ?? '') as StoredEvent)
    })
  }

  async follow(
    classId: string,
    afterSeq: number,
    onEvents: (events: readonly StoredEvent[]) => void,
    onRewritten?: () => void,
  ): Promise<() => void> {
    const epochs = { known: undefined, changed: onRewritten ?? (() => {}) }
    const watching = this.#epochs.get(classId) ?? new Set()
    this.#epochs.set(classId, watching.add(epochs))
    const forget = () => {
      watching.delete(epochs)
      if (watching.size === 0 && this.#epochs.get(classId) === watching) this.#epochs.delete(classId)
    }
    // Subscribed first, then read: what comes in between is heard.
    await this.#woken.follow(classId)
    try {
      const end = await this.#followers.follow(classId, afterSeq, onEvents)
      return () => {
        end()
        forget()
        this.#woken.leave(classId)
      }
    } catch (error) {
      forget()
      this.#woken.leave(classId)
      throw error
    }
  }

  lookup(classId: string, actor: string, commandId: string): Promise<number | undefined> {
    return this.#ask(async client => {
      const seq = await client.hGet(keys.commands(classId), commandField(actor, commandId))
      return seq === null ? undefined : Number(seq)
    })
  }

  async classes(): Promise<readonly ({ readonly classId: string } & ClassHead)[]> {
    const ids = await this.#ask(client => client.sMembers(keys.classes))
    const heads = await Promise.all(ids.map(async classId => ({ classId, head: await this.head(classId) })))
    return heads.flatMap(({ classId, head }) => (head === undefined ? [] : [{ classId, ...head }]))
  }

  async rewrite(classId: string, map: (event: StoredEvent) => StoredEvent): Promise<{ epoch: string }> {
    const before = this.#rewriting.get(classId)
    const working = (before ?? Promise.resolve()).then(
      () => this.#rewrite(classId, map),
      () => this.#rewrite(classId, map),
    )
    this.#rewriting.set(classId, working)
    try {
      return await working
    } finally {
      if (this.#rewriting.get(classId) === working) this.#rewriting.delete(classId)
    }
  }

  #rewrite(classId: string, map: (event: StoredEvent) => StoredEvent): Promise<{ epoch: string }> {
    return this.#ask(client =>
      rewriteClass(
        {
          client,
          clock: this.#clock,
          head: id => this.head(id),
          read: (id, epoch, after, limit) => this.#readEpoch(id, epoch, after, limit),
        },
        classId,
        map,
      ),
    )
  }

  async remove(classId: string): Promise<void> {
    await this.#ask(async client => {
      const head = await this.head(classId)
      const { head: headKey, commands, held, events } = keys
      if (head !== undefined) {
        // The head first: without it no append is taken.
        await client.del([headKey(classId), commands(classId), held(classId), events(classId, head.epoch)])
      }
      await client.sRem(keys.classes, classId)
      if (head !== undefined) await forgetOldBytes({ client, clock: this.#clock })
    })
  }

  async markAlive(at: number): Promise<void> {
    await this.#ask(client => client.set(keys.nodesAlive, String(at)))
  }

  async lastAlive(): Promise<number | undefined> {
    const at = await this.#ask(client => client.get(keys.nodesAlive))
    return at === null ? undefined : Number(at)
  }

  async writable(): Promise<boolean> {
    if (this.#closed) return false
    return new Promise(resolve => {
      // Sooner than a command is given up: a balancer asks every few seconds.
      const giveUp = this.#clock.after(PROBE_WITHIN, () => resolve(false))
      const answered = (can: boolean) => {
        giveUp()
        resolve(can)
      }
      this.#holdsOurs()
        .then(async ours => {
          if (ours) await probe(this.#client, this.#writer)
          return ours
        })
        .then(answered, () => answered(false))
    })
  }

  /** The address may lead to another Redis by now: one that was emptied, or put there by somebody else. */
  async #holdsOurs(): Promise<boolean> {
    return (await this.#client.get(keys.deployment)) === this.#mark
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#woken.stop()
    await Promise.allSettled(this.#inFlight)
  }

  /** Anything but an append: an error of the connection or of Redis becomes the port's. */
  async #ask<T>(ask: (client: RedisClient) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailableError('not-written', 'closed')
    try {
      return await ask(this.#client)
    } catch (error) {
      if (error instanceof RedisFailed) throw new StoreUnavailableError(outcomeOf(error), causeOf(error))
      throw error
    }
  }
}
