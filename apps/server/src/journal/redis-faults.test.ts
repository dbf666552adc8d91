import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Clock, systemClock } from '../clock.ts'
import { RedisError } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import { type RedisUnderTest, startRedis } from '../redis/redis-under-test.ts'
import { ANSWERED_WITHIN } from '../redis/silence.ts'
import { eventsAfter } from './journal-contract.ts'
import { openRedisStore } from './open-redis-store.ts'
import type { StoredEvent } from './port.ts'

type Opened = Awaited<ReturnType<typeof openRedisStore>>

let redis: RedisUnderTest
let stores: Opened[]
beforeEach(async () => {
  redis = await startRedis()
  stores = []
})
afterEach(async () => {
  for (const store of stores) await store.close()
  await redis.end()
})

async function open(clock: Clock = systemClock): Promise<Opened> {
  const store = await openRedisStore({ url: redis.url, clock, failed: () => {} })
  stores.push(store)
  return store
}

/** Waits for what another connection does. */
async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise(resolve => setImmediate(resolve))
}

/** Time passes only when it is said so. */
function drivenClock() {
  const waiting = new Set<{ readonly ms: number; readonly run: () => void }>()
  const clock: Clock = {
    now: () => 0,
    after: (ms, run) => {
      const timer = { ms, run }
      waiting.add(timer)
      return () => waiting.delete(timer)
    },
  }
  /** Everything that waits no longer than this. */
  const pass = (ms: number) => {
    for (const timer of [...waiting]) if (timer.ms <= ms && waiting.delete(timer)) timer.run()
  }
  return { clock, pass }
}

describe('several servers on one Redis', () => {
  test('[J3] of writers on different servers that race from one seq, one wins each time', async () => {
    const [one, two] = [await open(), await open()]
    const { epoch } = await one.journal.create('k1')
    for (let seq = 0; seq < 20; seq += 1) {
      const append = ({ journal }: Opened, who: string) =>
        journal.append({
          classId: 'k1',
          epoch,
          expectedSeq: seq,
          events: eventsAfter(seq, 1, { actor: who }),
        })
      const results = await Promise.all([append(one, 'p1'), append(two, 'p2')])
      expect(results.filter(result => result.ok)).toHaveLength(1)
      expect(results.find(result => !result.ok)).toEqual({ ok: false, kind: 'stale', epoch, seq: seq + 1 })
    }
  })

  test('[J9] a follower hears what other servers append, once and in order, and reads hardly more than that', async () => {
    const [one, two] = [await open(), await open()]
    const { epoch } = await one.journal.create('k1')
    const heard: StoredEvent[][] = [[], []]
    await one.journal.follow('k1', 0, events => heard[0]?.push(...events))
    await two.journal.follow('k1', 0, events => heard[1]?.push(...events))
    for (let seq = 0; seq < 200; seq += 1) {
      const events = eventsAfter(seq, 1)
      expect(await one.journal.append({ classId: 'k1', epoch, expectedSeq: seq, events })).toMatchObject({
        ok: true,
      })
    }
    await until(() => heard[1]?.length === 200)
    expect(heard).toEqual([eventsAfter(0, 200), eventsAfter(0, 200)])
    expect(one.journal.decoded).toBe(0)
    expect(two.journal.decoded).toBe(200)
  })

  test('[J9] a look at the stream in the middle of own appends costs no reading of all that comes after', async () => {
    const { clock, pass } = drivenClock()
    const { journal } = await open(clock)
    const { epoch } = await journal.create('k1')
    const heard: number[] = []
    await journal.follow('k1', 0, events => heard.push(...events.map(({ seq }) => seq)))
    for (let seq = 0; seq < 200; seq += 1) {
      const appended = journal.append({ classId: 'k1', epoch, expectedSeq: seq, events: eventsAfter(seq, 1) })
      if (seq === 20) pass(2_000)
      await appended
      // And nobody has to wait for the look to hear it.
      expect(heard).toHaveLength(seq + 1)
    }
    expect(heard).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    // What was on its way at that moment.
    expect(journal.decoded).toBeLessThan(5)
  })

  test('[J9] messages that are lost are made good: nothing rests on them', async () => {
    const [one, two] = [await open(), await open()]
    const { epoch } = await one.journal.create('k1')
    const heard: number[] = []
    await two.journal.follow('k1', 0, events => heard.push(...events.map(({ seq }) => seq)))
    const breaker = await redis.operator()
    // Every subscription is cut at once; the clients come back by themselves.
    await breaker.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])
    breaker.destroy()
    await one.journal.append({ classId: 'k1', epoch, expectedSeq: 0, events: eventsAfter(0, 3) })
    await until(() => heard.length === 3)
    expect(heard).toEqual([1, 2, 3])
  })

  test('[J11] writers on another server are held for the last stretch of a rewrite and then meet the new epoch', async () => {
    const [one, two] = [await open(), await open()]
    const { epoch } = await one.journal.create('k1')
    await one.journal.append({ classId: 'k1', epoch, expectedSeq: 0, events: eventsAfter(0, 2_500) })
    let writing = true
    const writer = (async () => {
      for (let seq = 2_500; writing; ) {
        const events = eventsAfter(seq, 1)
        const result = await two.journal.append({ classId: 'k1', epoch, expectedSeq: seq, events })
        if (!result.ok) return result
        seq = result.seq
      }
      return undefined
    })()
    const { epoch: next } = await one.journal.rewrite('k1', event => ({ ...event, data: 'gone' }))
    writing = false
    const refused = await writer
    const stored = await two.journal.read('k1', 0)
    expect(new Set(stored.map(({ data }) => data))).toEqual(new Set(['gone']))
    expect(await two.journal.head('k1')).toEqual({ epoch: next, seq: stored.length })
    if (refused !== undefined) expect(refused).toMatchObject({ kind: 'stale', epoch: next })
  })
})

test('[J15] two servers that forget at once both wait until the old bytes are gone', async () => {
  const [one, two] = [await open(), await open()]
  for (const id of ['k1', 'k2']) {
    const { epoch } = await one.journal.create(id)
    const events = eventsAfter(0, 500, { data: `said in ${id}, ${'x'.repeat(500)}` })
    await one.journal.append({ classId: id, epoch, expectedSeq: 0, events })
  }
  const gone = (id: string) => async () => expect((await redis.bytes()).includes(`said in ${id}`)).toBe(false)
  await Promise.all([
    one.journal.rewrite('k1', event => ({ ...event, data: '' })).then(gone('k1')),
    two.journal.rewrite('k2', event => ({ ...event, data: '' })).then(gone('k2')),
  ])
})

describe('a Redis that fails', () => {
  test('[J19] after kill -9 every acknowledged batch is there, and none by half', async () => {
    const { journal } = await open()
    const { epoch } = await journal.create('k1')
    let acked = 0
    const writer = (async () => {
      for (;;) {
        const events = eventsAfter(acked, 3, { commandId: `c${acked}` })
        const result = await journal.append({ classId: 'k1', epoch, expectedSeq: acked, events })
        if (!result.ok) return result
        acked = result.seq
      }
    })()
    await until(() => acked >= 300)
    await redis.kill()
    expect(await writer).toMatchObject({ kind: 'unavailable' })
    await redis.killAndStart()
    await until(() => journal.writable())
    const stored = await journal.read('k1', 0)
    expect(stored.length).toBeGreaterThanOrEqual(acked)
    expect(stored.length - acked).toBeLessThanOrEqual(3)
    expect(stored.length % 3).toBe(0)
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1))
    // What is not known is looked up, and then it goes on.
    expect(await journal.lookup('k1', 'p1', `c${acked}`)).toBe(stored.length > acked ? acked + 1 : undefined)
    const events = eventsAfter(stored.length, 1)
    expect(await journal.append({ classId: 'k1', epoch, expectedSeq: stored.length, events })).toMatchObject({
      ok: true,
    })
  })

  test('[J16] while Redis is away an append is refused at once and for certain, and goes through when it is back', async () => {
    const { journal } = await open()
    const { epoch } = await journal.create('k1')
    await redis.kill()
    await until(async () => !(await journal.writable()))
    const batch = { classId: 'k1', epoch, expectedSeq: 0, events: eventsAfter(0, 1) }
    expect(await journal.append(batch)).toMatchObject({ kind: 'unavailable', outcome: 'not-written' })
    await expect(journal.read('k1', 0)).rejects.toThrow("can't save right now")
    await redis.killAndStart()
    await until(() => journal.writable())
    expect(await journal.append(batch)).toEqual({ ok: true, seq: 1 })
  })

  test('[J16] a Redis that turns read-only refuses for certain, is read on, and takes writes again by itself', async () => {
    const { journal } = await open()
    const { epoch } = await journal.create('k1')
    const batch = (seq: number) => ({
      classId: 'k1',
      epoch,
      expectedSeq: seq,
      events: eventsAfter(seq, 1),
    })
    expect(await journal.append(batch(0))).toEqual({ ok: true, seq: 1 })
    const operator = await redis.operator()
    // As after a failover: this one is a replica now, of a primary that can't be reached.
    await operator.sendCommand(['REPLICAOF', '127.0.0.1', '1'])
    expect(await journal.append(batch(1))).toMatchObject({ kind: 'unavailable', outcome: 'not-written' })
    expect(await journal.writable()).toBe(false)
    expect(await journal.read('k1', 0)).toEqual(eventsAfter(0, 1))
    await operator.sendCommand(['REPLICAOF', 'NO', 'ONE'])
    expect(await journal.append(batch(1))).toEqual({ ok: true, seq: 2 })
    expect(await journal.writable()).toBe(true)
    operator.destroy()
  })

  test('[J16] a Redis that falls silent: refused in time as unknown, then at once as not written; what happened is found when it speaks', async () => {
    const { clock, pass } = drivenClock()
    const { journal } = await open(clock)
    const { epoch } = await journal.create('k1')
    const batch = (seq: number) => ({ classId: 'k1', epoch, expectedSeq: seq, events: eventsAfter(seq, 1) })
    expect(await journal.append(batch(0))).toEqual({ ok: true, seq: 1 })
    redis.freeze()
    const [sent, ready] = [journal.append(batch(1)), journal.writable()]
    pass(ANSWERED_WITHIN - 1)
    expect(await ready).toBe(false)
    pass(ANSWERED_WITHIN)
    expect(await sent).toEqual({ ok: false, kind: 'unavailable', outcome: 'unknown', cause: 'silent' })
    // Nobody waits for the same silence again, and nothing piles up in front of it.
    expect(await journal.append(batch(1))).toMatchObject({ outcome: 'not-written', cause: 'silent' })
    await expect(journal.lookup('k1', 'p1', 'c2')).rejects.toThrow("can't save right now")
    expect(await journal.writable()).toBe(false)
    redis.goOn()
    await until(() => journal.writable())
    // It had the command all the time: whoever sends it again learns that it was done.
    expect(await journal.lookup('k1', 'p1', 'c2')).toBe(2)
    expect(await journal.append(batch(1))).toMatchObject({ kind: 'duplicate', commandId: 'c2', seq: 2 })
    expect(await journal.append(batch(2))).toEqual({ ok: true, seq: 3 })
  })

  test('[J16] a full Redis refuses for certain; nothing is written by half', async () => {
    const { journal } = await open()
    const { epoch } = await journal.create('k1')
    const operator = await redis.operator()
    await operator.configSet('maxmemory', '1mb')
    const events = eventsAfter(0, 3, { data: 'x'.repeat(500_000) })
    const batch = { classId: 'k1', epoch, expectedSeq: 0, events }
    await until(async () => !(await journal.append(batch)).ok)
    expect(await journal.append({ ...batch, expectedSeq: 0 })).toMatchObject({
      kind: 'unavailable',
      outcome: 'not-written',
    })
    expect(await journal.writable()).toBe(false)
    await operator.configSet('maxmemory', '0')
    expect(await journal.writable()).toBe(true)
    operator.destroy()
  })
})

describe('a Redis that is not fit', () => {
  const refused = async (
    options: readonly string[],
    prepare?: (client: Awaited<ReturnType<RedisUnderTest['operator']>>) => Promise<unknown>,
  ) => {
    const other = await startRedis(options)
    try {
      if (prepare !== undefined) {
        const client = await other.operator()
        await prepare(client)
        client.destroy()
      }
      const opened = await openRedisStore({ url: other.url, clock: systemClock, failed: () => {} }).catch(
        (error: unknown) => error,
      )
      if (!(opened instanceof RedisError)) throw new Error('It was opened')
      return opened.message
    } finally {
      await other.end()
    }
  }
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '']

  test('[J20] one that is not there', async () => {
    await redis.kill()
    await expect(open()).rejects.toThrow(
      /^Evenkeel can't reach Redis at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\. Check REDIS_URL\.$/,
    )
  })

  test('[J20] one that takes the connection and says nothing', async () => {
    const { clock, pass } = drivenClock()
    redis.freeze()
    const opening = open(clock)
    pass(5_000)
    await expect(opening).rejects.toThrow(
      /^Evenkeel can't reach Redis at .* \(no answer\)\. Check REDIS_URL\.$/,
    )
    redis.goOn()
  })

  test.each([
    ['redis+cluster', '', 'no member of a Redis Cluster answers'],
    ['redis+sentinel', '/main', 'None of the sentinels are available'],
  ])('[J20] one that is not what %s says', async (form, rest, why) => {
    const url = redis.url.replace('redis:', `${form}:`) + rest
    const opening = openRedisStore({ url, clock: systemClock, failed: () => {} })
    await expect(opening).rejects.toThrow(new RegExp(`^Evenkeel can't reach Redis at .* \\(${why}\\)\\.`))
  })

  test.each([
    ['keeps nothing', ['--appendonly', 'no', '--save', ''], 'forgets when it is restarted'],
    [
      'acknowledges too early',
      ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
      'appendfsync everysec',
    ],
    ['throws data away', [...durable, '--maxmemory-policy', 'allkeys-lru'], 'throws data away'],
    [
      'lacks commands',
      [...durable, '--rename-command', 'SPUBLISH', '', '--rename-command', 'EVALSHA', ''],
      'lacks the commands EVALSHA, SPUBLISH',
    ],
    ['is part of a Redis Cluster', [...durable, '--cluster-enabled', 'yes'], 'part of a Redis Cluster'],
    ['is a replica', [...durable, '--replicaof', '127.0.0.1 1'], 'replica'],
  ])('[J20] one that %s', async (_, options, sentence) => {
    expect(await refused(options)).toContain(sentence)
  })

  test('[J20] one that holds the data of another deployment; servers of one deployment share it', async () => {
    const named = (deployment: string) =>
      openRedisStore({ url: redis.url, clock: systemClock, failed: () => {}, deployment })
    // Whoever comes first, they agree.
    const north = await Promise.all([named('north'), named('north')])
    stores.push(...north)
    await expect(named('south')).rejects.toThrow(
      'This Redis holds the data of the deployment "north"; this server belongs to "south". Set REDIS_URL or DEPLOYMENT.',
    )
    expect(await Promise.all(north.map(({ journal }) => journal.writable()))).toEqual([true, true])
    // While they run another Redis is put in its place: emptied, and begun again by somebody else.
    await redis.empty()
    expect(await Promise.all(north.map(({ journal }) => journal.writable()))).toEqual([false, false])
    stores.push(await named('south'))
    expect(await Promise.all(north.map(({ journal }) => journal.writable()))).toEqual([false, false])
  })

  test('[J20] one that holds something else, or data of another version; neither is touched', async () => {
    expect(await refused(durable, client => client.set('theirs', '1'))).toContain("not Evenkeel's")
    expect(await refused(durable, client => client.set(keys.format, '99'))).toContain('another version')
  })
})
