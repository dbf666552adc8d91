import { StoreUnavailableError } from '../journal/port.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { causeOf, outcomeOf } from '../redis/outcome.ts'
import { run, script } from '../redis/script.ts'
import type { OwnCard, OwnCards } from './port.ts'

/** KEYS: cards, hashes, hidden. ARGV: of each card its id, its place, its hash, its text. All of them or none. */
const ADD = script(`
for i = 1, #ARGV, 4 do
  if redis.call('HEXISTS', KEYS[1], ARGV[i + 1]) == 1 then return 'stale' end
  if redis.call('SISMEMBER', KEYS[2], ARGV[i + 2]) == 1 then return 'stale' end
  for j = i + 4, #ARGV, 4 do
    if ARGV[j + 1] == ARGV[i + 1] or ARGV[j + 2] == ARGV[i + 2] then return 'stale' end
  end
end
for i = 1, #ARGV, 4 do
  redis.call('HSET', KEYS[1], ARGV[i + 1], ARGV[i + 3])
  redis.call('SADD', KEYS[2], ARGV[i + 2])
  redis.call('SREM', KEYS[3], ARGV[i])
end
return 'done'
`)

/** The deployment's own cards in the Redis that its servers share. */
export class RedisCards implements OwnCards {
  readonly shared = true
  readonly #client: RedisClient

  constructor(client: RedisClient) {
    this.#client = client
  }

  async all(): Promise<OwnCard[]> {
    const texts = await this.#ask(client => client.hVals(keys.cards))
    return texts
      .map(text => JSON.parse(text) as OwnCard)
      .sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1))
  }

  async hidden(): Promise<string[]> {
    return (await this.#ask(client => client.sMembers(keys.hiddenCards))).sort()
  }

  async add(cards: readonly OwnCard[]): Promise<{ ok: true } | { ok: false; kind: 'stale' }> {
    const args = cards.flatMap(card => [
      card.id,
      `${card.id} ${card.version}`,
      card.hash,
      JSON.stringify(card),
    ])
    const done = await this.#ask(client =>
      run(client, ADD, [keys.cards, keys.cardHashes, keys.hiddenCards], args),
    )
    return done === 'stale' ? { ok: false, kind: 'stale' } : { ok: true }
  }

  async hide(id: string): Promise<void> {
    await this.#ask(client => client.sAdd(keys.hiddenCards, id))
  }

  async #ask<T>(ask: (client: RedisClient) => Promise<T>): Promise<T> {
    try {
      return await ask(this.#client)
    } catch (error) {
      throw new StoreUnavailableError(outcomeOf(error), causeOf(error))
    }
  }
}
