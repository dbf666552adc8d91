import type { RedisClient } from './connect.ts'
import { keys } from './keys.ts'
import { run, script } from './script.ts'

/** All that an append asks of Redis, on keys that are gone when it ends. */
const PROBE = script(`
redis.call('XADD', KEYS[1], '*', 'by', ARGV[1])
redis.call('HSET', KEYS[2], 'by', ARGV[1])
redis.call('HSETNX', KEYS[2], 'first', ARGV[1])
redis.call('HMGET', KEYS[2], 'by', 'first')
redis.call('HGET', KEYS[2], 'by')
redis.call('EXISTS', KEYS[1])
redis.call('SPUBLISH', KEYS[3], ARGV[1])
redis.call('DEL', KEYS[1], KEYS[2])
`)

/**
 * Rejects with RedisFailed where an append would fail: full, read-only, or a user who may not. What a user may do is not in
 * any list that Redis gives, so it is tried.
 */
export async function probe(client: RedisClient, writer: string): Promise<void> {
  await run(client, PROBE, keys.probe, [writer])
}
