import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, type RedisClient } from '../redis/connect.ts'
import { type RedisUnderTest, startRedis } from '../redis/redis-under-test.ts'
import { ATTEMPT_LIMITS, createAttempts } from './attempts.ts'
import { redisAttempts } from './redis-attempts.ts'

let redis: RedisUnderTest
let clients: RedisClient[]
let now = 1_790_000_000_000
const clock = { now: () => now }

beforeAll(async () => {
  redis = await startRedis()
  clients = await Promise.all([connect(redis.url, () => {}), connect(redis.url, () => {})])
})
beforeEach(() => redis.empty())
afterAll(async () => {
  for (const client of clients) client.destroy()
  await redis.end()
})

const servers = () => clients.map(client => redisAttempts(client, clock))

test('[L11] two servers count failures together, for an address and for all', async () => {
  const [one, two] = servers()
  const { perAddress } = ATTEMPT_LIMITS.screens
  for (let n = 0; n < perAddress; n++) expect(await (n % 2 ? one : two)?.screens.take('10.0.0.1')).toBe(0)
  const wait = await one?.screens.take('10.0.0.1')
  expect(wait).toBeGreaterThan(ATTEMPT_LIMITS.screens.windowMs - 60_000)
  expect(wait).toBeLessThanOrEqual(ATTEMPT_LIMITS.screens.windowMs)
  expect(await two?.screens.take('10.0.0.2')).toBe(0)
  await two?.screens.giveBack('10.0.0.1')
  expect(await one?.screens.take('10.0.0.1')).toBe(0)
  // More given back than taken gives nobody more.
  for (let n = 0; n < 5; n++) await one?.screens.giveBack('10.0.0.3')
  expect(await two?.codes.take('10.0.0.3')).toBe(0)
})

test('[L11] the pause after wrong passcodes grows the same at two servers as at one', async () => {
  const [one, two] = servers()
  const alone = createAttempts(clock)
  for (let n = 0; n < 12; n++) {
    const waits = [
      await (n % 2 ? one : two)?.passcodes.take('10.0.0.1'),
      await alone.passcodes.take('10.0.0.1'),
    ]
    expect(waits[0]).toBe(waits[1])
    now += n < 8 ? 20_000 : 500
  }
  await one?.passcodes.succeeded('10.0.0.1')
  expect(await two?.passcodes.take('10.0.0.1')).toBe(0)
})

test('[L11] an address does not stand in Redis as it is', async () => {
  await servers()[0]?.codes.take('203.0.113.77')
  expect((await redis.bytes()).includes('203.0.113')).toBe(false)
})

test('[L9] while Redis is away nobody gets in by counting nothing', async () => {
  const other = await startRedis()
  const client = await connect(other.url, () => {})
  await other.end()
  await expect(redisAttempts(client, clock).codes.take('10.0.0.1')).rejects.toThrow("can't save right now")
  client.destroy()
})
