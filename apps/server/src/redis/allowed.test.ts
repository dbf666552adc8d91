import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { eventsAfter } from '../journal/journal-contract.ts'
import { openRedisStore } from '../journal/open-redis-store.ts'
import { type RedisUnderTest, startRedis } from './redis-under-test.ts'

/* The user in REDIS_URL may not do everything. No list of commands tells that: it has to be tried. */

let redis: RedisUnderTest
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.end())

async function allow(...rules: readonly string[]): Promise<void> {
  const operator = await redis.operator()
  await operator.sendCommand([
    'ACL',
    'SETUSER',
    'school',
    'on',
    '>secret',
    'resetkeys',
    'resetchannels',
    ...rules,
  ])
  operator.destroy()
}

const open = () =>
  openRedisStore({
    url: redis.url.replace('//', '//school:secret@'),
    clock: systemClock,
    failed: () => {},
  })

const ALL = ['+@all', '~evenkeel:*', '&evenkeel:*']

test.each([
  ['a command', ['+@all', '-xadd', '~evenkeel:*', '&evenkeel:*']],
  ['functions inside Redis', ['+@all', '-evalsha', '-eval', '~evenkeel:*', '&evenkeel:*']],
  ['its channels', ['+@all', '~evenkeel:*']],
  ['its keys', ['+@all', '~theirs:*', '&evenkeel:*']],
])('[L10] a user who may not use %s stops the start with one sentence', async (_, rules) => {
  await allow(...rules)
  await expect(open()).rejects.toThrow(/may not use all the commands|does not do as it is asked \(NOPERM\)/)
})

test('[J16] [L10] what is taken away while it runs turns readiness off and is refused; allowed again it goes on', async () => {
  await allow(...ALL)
  const { journal, close } = await open()
  const { epoch } = await journal.create('k1')
  const batch = { classId: 'k1', epoch, expectedSeq: 0, events: eventsAfter(0, 1) }
  expect(await journal.writable()).toBe(true)
  await allow(...ALL, '-xadd')
  expect(await journal.writable()).toBe(false)
  expect(await journal.append(batch)).toMatchObject({
    ok: false,
    kind: 'unavailable',
  })
  await allow(...ALL)
  expect(await journal.writable()).toBe(true)
  expect(await journal.append(batch)).toEqual({ ok: true, seq: 1 })
  await close()
})
