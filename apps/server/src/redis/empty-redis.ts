import type { RedisClient } from './connect.ts'

/** How many keys there are in all, Evenkeel's or not. */
export const keysIn = async (client: RedisClient): Promise<number> =>
  (await client.each(primary => primary.dbSize())).reduce((sum, size) => sum + size, 0)

/** Removes every key of Evenkeel's. */
export async function emptyRedis(client: RedisClient): Promise<void> {
  const upto: string[] = []
  do {
    await client.each(async (primary, n) => {
      if (upto[n] === '0') return
      const { cursor, keys } = await primary.scan(upto[n] ?? '0', { MATCH: 'evenkeel:*', COUNT: 200 })
      // One by one: in a Redis Cluster they lie in different slots.
      await Promise.all(keys.map(key => primary.unlink(key)))
      upto[n] = cursor
    })
  } while (upto.some(cursor => cursor !== '0'))
}
