import { type RedisClient, RedisError } from './connect.ts'
import { mustBeOurs } from './deployment.ts'
import { COMMANDS } from './link.ts'
import { RedisFailed } from './outcome.ts'
import { probe } from './probe.ts'

/** Sharded channels came with 7.0. Valkey is counted by the Redis version that it is compatible with. */
const OLDEST = 7

/**
 * Refuses a Redis that Evenkeel can't keep its promises on, with one sentence: too old, read-only, without what it needs,
 * not durable, evicting, or holding something else. Marks an empty one as this deployment's, and gives the mark.
 */
export async function checkRedis(client: RedisClient, deployment: string): Promise<string> {
  for (const text of await client.each(primary => primary.info())) mustBeFit(fieldsOf(text), client)
  await mustKnow(client)
  await mustFsyncAlways(client)
  const mark = await mustBeOurs(client, deployment)
  await mustBeAllowed(client)
  return mark
}

function mustBeFit(info: ReadonlyMap<string, string>, client: RedisClient): void {
  const version = info.get('redis_version') ?? ''
  if (!(Number.parseInt(version, 10) >= OLDEST)) {
    throw new RedisError(`This Redis is version ${version || 'unknown'}. Evenkeel needs 7.0 or newer.`)
  }
  if (info.get('cluster_enabled') === '1' && client.address.kind !== 'cluster') {
    throw new RedisError(
      'This Redis is part of a Redis Cluster. Write REDIS_URL as redis+cluster://host:port,host:port.',
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
}

function fieldsOf(info: string): Map<string, string> {
  const lines = info.split('\r\n').filter(line => line.includes(':'))
  return new Map(lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}

/** Some of the library's names for a command say more than the command is called. */
const WORDS: Readonly<Record<string, string>> = {
  zRangeWithScores: 'ZRANGE',
  zRangeByScoreWithScores: 'ZRANGEBYSCORE',
}

/** Everything that is asked, also inside Redis. Hosted services and careful operators take some commands away. */
export const NEEDED: readonly string[] = [
  ...COMMANDS.map(name => WORDS[name] ?? name.toUpperCase()),
  ...['SSUBSCRIBE', 'SUNSUBSCRIBE', 'XADD', 'XSETID', 'EXISTS', 'DECR', 'INCR', 'PERSIST', 'PEXPIRE', 'PTTL'],
  ...['LRANGE', 'LTRIM', 'RPUSH', 'SISMEMBER', 'ZREMRANGEBYSCORE', 'BGREWRITEAOF'],
]

async function mustKnow(client: RedisClient): Promise<void> {
  // Where even this may not be asked the operator has to know.
  const all = await client.each(primary => primary.commandInfo([...NEEDED]).catch(() => []))
  const missing = NEEDED.filter((_, index) => all.some(known => known[index] === null))
  if (missing.length > 0)
    throw new RedisError(
      `This Redis lacks the commands ${missing.join(', ')}, without which Evenkeel can't save.`,
    )
}

/** Redis knows them all, and its user may be one who may not use them. */
async function mustBeAllowed(client: RedisClient): Promise<void> {
  try {
    await probe(client, 'start')
  } catch (error) {
    // From inside a function an older Redis only says that it is an error.
    if (!(error instanceof RedisFailed && ['NOPERM', 'ERR'].includes(error.word))) throw error
    throw new RedisError(
      'The user in REDIS_URL may not use all the commands, keys or channels that Evenkeel needs. Allow it "+@all ~evenkeel:* &evenkeel:*".',
    )
  }
}

/** Where CONFIG is not allowed (hosted services) the operator has to know; everywhere else it is checked. */
async function mustFsyncAlways(client: RedisClient): Promise<void> {
  const all = await client.each(primary => primary.configGet('appendfsync').catch(() => undefined))
  for (const value of all.map(config => config?.appendfsync)) {
    if (value !== undefined && value !== 'always') {
      throw new RedisError(
        `This Redis acknowledges before it has saved (appendfsync ${value}). Set "appendfsync always".`,
      )
    }
  }
}
