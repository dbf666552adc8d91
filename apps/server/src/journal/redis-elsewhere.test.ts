import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardsContract } from '../cards/cards-contract.ts'
import { claimsContract } from '../claims/claims-contract.ts'
import { systemClock } from '../clock.ts'
import { peopleContract } from '../people/people-contract.ts'
import { recordsContract } from '../records/records-contract.ts'
import { type ClusterUnderTest, startRedisCluster } from '../redis/cluster-under-test.ts'
import { type SentinelUnderTest, startSentinel } from '../redis/sentinel-under-test.ts'
import { eventsAfter, journalContract, type StoreUnderTest } from './journal-contract.ts'
import { openRedisStore } from './open-redis-store.ts'

const opened = (url: string) => openRedisStore({ url, clock: systemClock, failed: () => {} })

describe('a Redis Cluster of three', () => {
  let redis: ClusterUnderTest
  beforeAll(async () => {
    redis = await startRedisCluster()
  })
  afterAll(() => redis.end())

  // Each restart of a cluster takes seconds, and its bytes are looked at below.
  const store = async (): Promise<StoreUnderTest> => {
    await redis.empty()
    const made = await opened(redis.url)
    return { store: made, end: () => made.close() }
  }
  journalContract('redis cluster', store)
  peopleContract('redis cluster', store)
  cardsContract('redis cluster', store)
  recordsContract('redis cluster', store)
  claimsContract('redis cluster', store)

  test('[J14] [J15] [J19] classes lie at all three; after kill -9 they are there, and what was forgotten is on no disk', async () => {
    const { store: before, end } = await store()
    const ids = Array.from({ length: 12 }, (_, n) => `k${n}`)
    for (const classId of ids) {
      const { epoch } = await before.journal.create(classId)
      const events = eventsAfter(0, 2, { data: `said in ${classId}.` })
      const append = { classId, epoch, expectedSeq: 0, events }
      expect(await before.journal.append(append)).toEqual({ ok: true, seq: 2 })
    }
    const held = await Promise.all(redis.primaries.map(async primary => (await primary.bytes()).toString()))
    expect(held.map(text => text.includes('said in'))).toEqual([true, true, true])
    await before.journal.rewrite('k3', event => ({ ...event, data: 'gone' }))
    await end()
    await redis.killAndStart()
    const bytes = (await redis.bytes()).toString()
    expect(ids.filter(id => !bytes.includes(`said in ${id}.`))).toEqual(['k3'])
    const after = await opened(redis.url)
    expect((await after.journal.classes()).map(({ classId, seq }) => [classId, seq]).sort()).toEqual(
      ids.map(id => [id, 2]).sort(),
    )
    await after.close()
  })
})

describe('a Redis behind a Sentinel', () => {
  let redis: SentinelUnderTest
  beforeAll(async () => {
    // Long enough that a restart in a test is not taken for the end of the primary.
    redis = await startSentinel(600_000)
  })
  afterAll(() => redis.end())

  journalContract('redis behind a sentinel', async () => {
    await redis.empty()
    let store = await opened(redis.url)
    const reopen = async () => {
      await store.close()
      await redis.killAndStart()
      store = await opened(redis.url)
      return store
    }
    return { store, reopen, end: () => store.close() }
  })
})
