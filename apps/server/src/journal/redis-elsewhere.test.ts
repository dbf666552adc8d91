import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardsContract } from '../cards/cards-contract.ts'
import { claimsContract } from '../claims/claims-contract.ts'
import { systemClock } from '../clock.ts'
import { peopleContract } from '../people/people-contract.ts'
import { recordsContract } from '../records/records-contract.ts'
import { Channels } from '../redis/channels.ts'
import { cluster } from '../redis/cluster.ts'
import { type ClusterUnderTest, startRedisCluster } from '../redis/cluster-under-test.ts'
import { redisAddress } from '../redis/redis-address.ts'
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

  test('[L14] a connection made anew: what is asked goes on, and what is heard too', async () => {
    const address = redisAddress(redis.url)
    if (address === undefined) throw new Error('no address')
    const failures: unknown[] = []
    const link = await cluster(address)(cause => failures.push(cause), systemClock)
    const channels = new Channels(link, systemClock)
    const heard: string[] = []
    await channels.listen('evenkeel:{renewed}:told', message => heard.push(message)).heard
    const first = link.commands
    link.renew?.()
    // Asked without a pause: none of it is lost, and none fails, but what was on its way in the old one.
    for (let n = 0; link.commands === first; n++) {
      const answer = await link.commands.set('evenkeel:{renewed}:n', String(n)).catch(() => 'cut')
      expect(['OK', 'cut']).toContain(answer)
    }
    while (heard.length === 0) await link.commands.sPublish('evenkeel:{renewed}:told', 'word')
    expect(new Set(heard)).toEqual(new Set(['word']))
    expect(failures).toEqual([])
    channels.stop()
    link.destroy()
  })
})

test('[L14] a primary of a cluster dies: other classes go on, its own are refused and go on at its replica, and followers hear of both', async () => {
  const redis = await startRedisCluster(1_500)
  const stores = await Promise.all([opened(redis.url), opened(redis.url)])
  try {
    const ids = Array.from({ length: 20 }, (_, n) => `k${n}`)
    const holders = await Promise.all(ids.map(id => redis.holderOf(`{class:${id}}`)))
    const lost = ids[holders.indexOf(1)] ?? ''
    const kept = ids[holders.indexOf(2)] ?? ''
    const [{ journal }, other] = stores
    const epochs = new Map<string, string>()
    const append = async (id: string, seq: number) => {
      const epoch = epochs.get(id) ?? ''
      return journal.append({ classId: id, epoch, expectedSeq: seq, events: eventsAfter(seq, 1) })
    }
    const heard: string[] = []
    for (const id of [lost, kept]) {
      epochs.set(id, (await journal.create(id)).epoch)
      await other.journal.follow(id, 0, events => heard.push(...events.map(({ seq }) => `${id} ${seq}`)))
      expect(await append(id, 0)).toEqual({ ok: true, seq: 1 })
    }
    await redis.addReplica(1)
    await redis.primaries[1]?.kill()
    expect(await append(kept, 1)).toEqual({ ok: true, seq: 2 })
    let answer = await append(lost, 1)
    expect(answer).toMatchObject({ ok: false, kind: 'unavailable' })
    while (!answer.ok && answer.kind === 'unavailable') {
      await new Promise(resolve => setTimeout(resolve, 50))
      answer = await append(lost, 1)
    }
    // The last of those whose outcome was not known may have been the one that was carried out.
    expect(answer.ok || answer.kind === 'duplicate').toBe(true)
    expect(await journal.read(lost, 0)).toHaveLength(2)
    while (heard.length < 4) await new Promise(resolve => setTimeout(resolve, 50))
    expect([...heard].sort()).toEqual([1, 2].flatMap(seq => [`${kept} ${seq}`, `${lost} ${seq}`]).sort())
  } finally {
    for (const store of stores) await store.close()
    await redis.end()
  }
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
