import { randomUUID } from 'node:crypto'
import { ErrorReply } from 'redis'
import type { Clock } from '../clock.ts'
import type { RedisClient } from '../redis/connect.ts'
import { keys } from '../redis/keys.ts'
import type { Primary } from '../redis/link.ts'
import { run, script, together } from '../redis/script.ts'
import { checkRewritten, noSuchClass } from './check-batch.ts'
import type { ClassHead, StoredEvent } from './port.ts'

/** KEYS: head, old events, new events, held. ARGV: old epoch, last seq that was mapped, new epoch, channel. */
const SWAP = script(`
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
if head[1] ~= ARGV[1] then return 'epoch' end
if head[2] ~= ARGV[2] then return 'moved' end
redis.call('HSET', KEYS[1], 'epoch', ARGV[3])
redis.call('DEL', KEYS[2], KEYS[4])
redis.call('PERSIST', KEYS[3])
redis.call('SPUBLISH', ARGV[4], 'rewrite ' .. ARGV[2])
return 'done'
`)

const PAGE = 1_000
/** ms after which a rewrite that died no longer holds up writers, and what it began to write goes away. */
const HELD_FOR = 5_000
const BUILT_WITHIN = 10 * 60_000
/** ms between looks whether Redis has written its file anew. */
const LOOK_EVERY = 20

export interface RewriteParts {
  readonly client: RedisClient
  readonly clock: Clock
  readonly head: (classId: string) => Promise<ClassHead | undefined>
  readonly read: (
    classId: string,
    epoch: string,
    after: number,
    limit: number,
  ) => Promise<readonly StoredEvent[]>
}

/**
 * A new stream under a new epoch beside the old one, then one swap [J11]. If the class has moved by then, its writers are
 * held while the rest is mapped; without that a busy class would never be done.
 */
export async function rewriteClass(
  parts: RewriteParts,
  classId: string,
  map: (event: StoredEvent) => StoredEvent,
): Promise<{ epoch: string }> {
  const { client } = parts
  for (;;) {
    const head = await parts.head(classId)
    if (head === undefined) throw new Error(noSuchClass(classId))
    const epoch = randomUUID()
    try {
      if (await mapAndSwap(parts, classId, head, epoch, map)) {
        await forgetOldBytes(parts)
        return { epoch }
      }
    } finally {
      await client.del(keys.held(classId)).catch(() => 0)
    }
    // Another rewrite was faster: this one maps what that one made.
  }
}

/** False when the class got another epoch meanwhile. */
async function mapAndSwap(
  parts: RewriteParts,
  classId: string,
  { epoch: old, seq }: ClassHead,
  epoch: string,
  map: (event: StoredEvent) => StoredEvent,
): Promise<boolean> {
  const { client } = parts
  const built = keys.events(classId, epoch)
  let upto = 0
  let goal = seq
  try {
    for (;;) {
      while (upto < goal) {
        const page = await parts.read(classId, old, upto, Math.min(PAGE, goal - upto))
        if (page.length === 0) break
        await write(client, built, page, map)
        upto = page.at(-1)?.seq ?? upto
      }
      const swapped = await run(
        client,
        SWAP,
        [keys.head(classId), keys.events(classId, old), built, keys.held(classId)],
        [old, String(upto), epoch, keys.woke(classId)],
      )
      if (swapped === 'done') return true
      if (swapped === 'epoch') {
        await client.del(built)
        return false
      }
      await client.set(keys.held(classId), '1', { expiration: { type: 'PX', value: HELD_FOR } })
      goal = (await parts.head(classId))?.seq ?? goal
    }
  } catch (error) {
    await client.del(built).catch(() => 0)
    throw error
  }
}

async function write(
  client: RedisClient,
  built: string,
  page: readonly StoredEvent[],
  map: (event: StoredEvent) => StoredEvent,
): Promise<void> {
  const after = page.map(before => {
    const mapped = map(structuredClone(before))
    checkRewritten(before, mapped)
    return mapped
  })
  const added = after.map(event => ['XADD', built, `${event.seq}-1`, 'e', JSON.stringify(event)])
  await together(client, built, [...added, ['PEXPIRE', built, BUILT_WITHIN]])
}

/**
 * The old bytes stand in Redis' append-only file until it is written anew; and in its snapshot, where it makes one. Both
 * are asked for and waited for, so that what is said to be gone is gone [J15].
 */
export async function forgetOldBytes({
  client,
  clock,
}: Pick<RewriteParts, 'client' | 'clock'>): Promise<void> {
  await begun(client, clock, ['aof_rewrite_in_progress', 'aof_rewrite_scheduled'], primary =>
    primary.bgRewriteAof(),
  )
  const snapshots = await client.each(primary => primary.configGet('save').catch(() => undefined))
  if (snapshots.every(config => config?.save === undefined || config.save === '')) return
  await begun(client, clock, ['rdb_bgsave_in_progress'], primary => primary.bgSave({ SCHEDULE: true }))
}

/** Asks for it and waits until it is done. One that runs already began before, with the old bytes: then once more. */
async function begun(
  client: RedisClient,
  clock: Clock,
  flags: readonly string[],
  ask: (primary: Primary) => Promise<unknown>,
): Promise<void> {
  for (;;) {
    const refused = await client.each(primary =>
      ask(primary).then(
        () => false,
        (error: unknown) => {
          if (error instanceof ErrorReply && error.message.includes('already in progress')) return true
          throw error
        },
      ),
    )
    await untilIdle(client, clock, flags)
    if (!refused.includes(true)) return
  }
}

async function untilIdle(client: RedisClient, clock: Clock, flags: readonly string[]): Promise<void> {
  for (;;) {
    const infos = await client.each(primary => primary.info('persistence'))
    if (infos.every(info => flags.every(flag => !info.includes(`${flag}:1`)))) return
    await new Promise<void>(resolve => clock.after(LOOK_EVERY, resolve))
  }
}
