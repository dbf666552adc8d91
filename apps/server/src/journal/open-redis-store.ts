import { redisAttempts } from '../access/redis-attempts.ts'
import { RedisCards } from '../cards/redis.ts'
import { RedisClaims } from '../claims/redis.ts'
import type { Clock } from '../clock.ts'
import { RedisNodes } from '../nodes/redis.ts'
import { RedisPeople } from '../people/redis.ts'
import { RedisRecords } from '../records/redis.ts'
import { checkRedis } from '../redis/check-redis.ts'
import { connect } from '../redis/connect.ts'
import { RedisJournal } from './redis.ts'
import type { Store } from './store.ts'

export interface RedisStoreParts {
  readonly url: string
  readonly clock: Clock
  /** Hears of connections that break and come back; never of content. */
  readonly failed: (what: string, cause: unknown) => void
}

/** Journal, people and own cards in one Redis that several servers share. Rejects with RedisError, one sentence. */
export async function openRedisStore({
  url,
  clock,
  failed,
}: RedisStoreParts): Promise<Store & { readonly journal: RedisJournal; readonly nodes: RedisNodes }> {
  const client = await connect(url, failed)
  try {
    await checkRedis(client)
    const subscriber = await connect(url, failed)
    const journal = new RedisJournal({ client, subscriber, clock })
    return {
      journal,
      people: new RedisPeople(client, clock),
      cards: new RedisCards(client),
      records: new RedisRecords(client, clock),
      claims: new RedisClaims(client),
      attempts: redisAttempts(client, clock),
      nodes: new RedisNodes({ client, subscriber }),
      close: async () => {
        await journal.close()
        for (const each of [client, subscriber]) if (each.isOpen) each.destroy()
      },
    }
  } catch (error) {
    client.destroy()
    throw error
  }
}
