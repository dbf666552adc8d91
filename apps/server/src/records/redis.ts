import type { Clock } from '../clock.ts'
import { StoreUnavailableError } from '../journal/port.ts'
import { forgetOldBytes } from '../journal/redis-rewrite.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { causeOf, outcomeOf } from '../redis/outcome.ts'
import type { RecordRow, RecordStore } from './port.ts'

/** Records in the Redis that several servers share: one hash for each class, and one for the register. */
export class RedisRecords implements RecordStore {
  readonly #client: RedisClient
  readonly #clock: Clock

  constructor(client: RedisClient, clock: Clock) {
    this.#client = client
    this.#clock = clock
  }

  async rows(of: string): Promise<RecordRow[]> {
    const kept = await this.#ask(client => client.hGetAll(keys.recordRows(of)))
    return Object.entries(kept)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => ({ name, value: JSON.parse(text) }))
  }

  async put(of: string, rows: readonly RecordRow[]): Promise<void> {
    if (rows.length === 0) return
    await this.#ask(async client => {
      const key = keys.recordRows(of)
      const fields = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.stringify(value)]))
      const before = await client.hmGet(key, Object.keys(fields))
      await client.hSet(key, fields)
      if (before.some(text => text !== null)) await this.#forget()
    })
  }

  async drop(of: string, name?: string): Promise<void> {
    await this.#ask(async client => {
      const key = keys.recordRows(of)
      const gone = name === undefined ? await client.del(key) : await client.hDel(key, name)
      if (gone > 0) await this.#forget()
    })
  }

  #forget(): Promise<void> {
    return forgetOldBytes({ client: this.#client, clock: this.#clock })
  }

  async #ask<T>(ask: (client: RedisClient) => Promise<T>): Promise<T> {
    try {
      return await ask(this.#client)
    } catch (error) {
      throw new StoreUnavailableError(outcomeOf(error), causeOf(error))
    }
  }
}
