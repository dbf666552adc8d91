import { afterAll, beforeAll } from 'vitest'
import { cardsContract } from '../cards/cards-contract.ts'
import { claimsContract } from '../claims/claims-contract.ts'
import { systemClock } from '../clock.ts'
import { peopleContract } from '../people/people-contract.ts'
import { recordsContract } from '../records/records-contract.ts'
import { IN_PLAIN_WORDS } from '../redis/redis-process.ts'
import { type RedisUnderTest, startRedis } from '../redis/redis-under-test.ts'
import { journalContract, type StoreUnderTest } from './journal-contract.ts'
import { openRedisStore } from './open-redis-store.ts'

let redis: RedisUnderTest
beforeAll(async () => {
  redis = await startRedis(IN_PLAIN_WORDS)
})
afterAll(() => redis.end())

const open = () => openRedisStore({ url: redis.url, clock: systemClock, failed: () => {} })

async function storeInRedis(): Promise<StoreUnderTest> {
  await redis.empty()
  let store = await open()
  return {
    store,
    reopen: async () => {
      await store.close()
      await redis.killAndStart()
      store = await open()
      return store
    },
    bytes: () => redis.bytes(),
    end: () => store.close(),
  }
}

journalContract('redis', storeInRedis)
peopleContract('redis', storeInRedis)
cardsContract('redis', storeInRedis)
recordsContract('redis', storeInRedis)
claimsContract('redis', storeInRedis)
