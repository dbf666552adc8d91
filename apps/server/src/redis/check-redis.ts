import { type RedisClient, RedisError } from './connect.ts'
import { keys } from './keys.ts'

/** The layout of keys that this release writes. */
export const FORMAT = '1'
/** Stands in its place while a deployment is written into it: no server may start on half of one. */
export const MOVING = 'moving'
/** Sharded channels came with 7.0. Valkey is counted by the Redis version that it is compatible with. */
const OLDEST = 7

/**
 * Refuses a Redis that Evenkeel can't keep its promises on, with one sentence: too old, read-only, without what it needs,
 * not durable, evicting, or holding something else. Marks an empty database as Evenkeel's.
 */
export async function checkRedis(client: RedisClient): Promise<void> {
  const info = await infoOf(client)
  const version = info.get('redis_version') ?? ''
  if (!(Number.parseInt(version, 10) >= OLDEST)) {
    throw new RedisError(`This Redis is version ${version || 'unknown'}. Evenkeel needs 7.0 or newer.`)
  }
  if (info.get('cluster_enabled') === '1') {
    throw new RedisError(
      'This Redis is part of a Redis Cluster, which Evenkeel does not speak to. Name a single Redis.',
    )
  }
  if (info.get('role') !== 'master') {
    throw new RedisError('REDIS_URL leads to a replica, which can only be read. Name the primary.')
  }
  if (info.get('aof_enabled') !== '1') {
    throw new RedisError('This Redis forgets when it is restarted. Start it with "appendonly yes".')
  }
  if ((info.get('maxmemory_policy') ?? 'noeviction') !== 'noeviction') {
    throw new RedisError('This Redis throws data away when it is full. Set "maxmemory-policy noeviction".')
  }
  await mustKnow(client)
  await mustFsyncAlways(client)
  await mustBeOurs(client)
}

async function infoOf(client: RedisClient): Promise<Map<string, string>> {
  const lines = (await client.info()).split('\r\n').filter(line => line.includes(':'))
  return new Map(lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}

/** What appending, following and forgetting rest on. Hosted services and careful operators take some commands away. */
const NEEDED = [
  ...['EVAL', 'EVALSHA', 'MULTI', 'XADD', 'XRANGE', 'SPUBLISH', 'SSUBSCRIBE', 'SUNSUBSCRIBE'],
  ...['HSET', 'HGETALL', 'ZADD', 'ZRANGEBYSCORE', 'SADD', 'PEXPIRE', 'DEL', 'BGREWRITEAOF'],
]

async function mustKnow(client: RedisClient): Promise<void> {
  const known: unknown = await client.sendCommand(['COMMAND', 'INFO', ...NEEDED]).catch(() => undefined)
  // Where even this may not be asked the operator has to know.
  if (!Array.isArray(known)) return
  const missing = NEEDED.filter((_, index) => known[index] === null)
  if (missing.length > 0)
    throw new RedisError(
      `This Redis lacks the commands ${missing.join(', ')}, without which Evenkeel can't save.`,
    )
}

/** Where CONFIG is not allowed (hosted services) the operator has to know; everywhere else it is checked. */
async function mustFsyncAlways(client: RedisClient): Promise<void> {
  const config = await client.configGet('appendfsync').catch(() => undefined)
  const value = config?.appendfsync
  if (value !== undefined && value !== 'always') {
    throw new RedisError(
      `This Redis acknowledges before it has saved (appendfsync ${value}). Set "appendfsync always".`,
    )
  }
}

async function mustBeOurs(client: RedisClient): Promise<void> {
  const format = await client.get(keys.format)
  if (format === FORMAT) return
  if (format === MOVING) {
    throw new RedisError(
      'A deployment is being imported into this Redis database, or that was cut short. If it was, empty it with FLUSHDB and import again.',
    )
  }
  if (format !== null) {
    throw new RedisError(
      'This Redis holds data of another version of Evenkeel, which must be used to open it.',
    )
  }
  // Two servers may begin on an empty database at once: then what is in it was put there by the other.
  if ((await client.dbSize()) > 0 && (await client.get(keys.format)) !== FORMAT) {
    throw new RedisError(
      "This Redis database holds data that is not Evenkeel's. Give Evenkeel a database of its own, as in redis://host/1.",
    )
  }
  await client.set(keys.format, FORMAT)
}
