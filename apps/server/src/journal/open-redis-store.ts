import { redisAttempts } from '../access/redis-attempts.ts'
import { RedisCards } from '../cards/redis.ts'
import { RedisClaims } from '../claims/redis.ts'
import type { Clock } from '../clock.ts'
import { RedisNodes } from '../nodes/redis.ts'
import { RedisPeople } from '../people/redis.ts'
import { RedisRecords } from '../records/redis.ts'
import { checkRedis } from '../redis/check-redis.ts'
import { connect, RedisError } from '../redis/connect.ts'
import { RedisFailed } from '../redis/outcome.ts'
import { hostsOf } from '../redis/redis-address.ts'
import { RedisJournal } from './redis.ts'
import type { Store } from './store.ts'

export interface RedisStoreParts {
  readonly url: string
  /** Whose data it is; the same for all servers of one deployment. */
  readonly deployment?: string | undefined
  readonly clock: Clock
  /** Hears of connections that break and come back; never of content. */
  readonly failed: (what: string, cause: unknown) => void
}

/** Journal, people and own cards in one Redis that several servers share. Rejects with RedisError, one sentence. */
export async function openRedisStore({
  url,
  deployment = 'evenkeel',
  clock,
  failed,
}: RedisStoreParts): Promise<Store & { readonly journal: RedisJournal; readonly nodes: RedisNodes }> {
  const client = await connect(url, failed, clock)
  try {
    const mark = await checkRedis(client, deployment)
    const journal = new RedisJournal({ client, clock, mark })
    return {
      journal,
      people: new RedisPeople(client, clock),
      cards: new RedisCards(client),
      records: new RedisRecords(client, clock),
      claims: new RedisClaims(client),
      attempts: redisAttempts(client, clock),
      nodes: new RedisNodes({ client }),
      close: async () => {
        await journal.close()
        client.destroy()
      },
    }
  } catch (error) {
    client.destroy()
    if (error instanceof RedisFailed)
      throw new RedisError(`Redis at ${hostsOf(client.address)} does not do as it is asked (${error.word}).`)
    throw error
  }
}
