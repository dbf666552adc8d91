import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRedisStore, openStore, type Store, systemClock } from '@evenkeel/server'
import { keptClass } from './kept-class.ts'
import { redisBeside } from './redis-beside.ts'

/** What played classes take where they are kept. Bytes. */
export interface StoredSizes {
  readonly events: number
  /** The data folder when the server has stopped. */
  readonly folder: number
  /** What Redis says that it holds in memory, and its append-only file. */
  readonly redis: number
  readonly redisFile: number
}

const CLASSES = 20
/** A class of 40 with its instructor, in triads, six rounds of which each scene is spoken, marked and rated. */
const PEOPLE = 39
const ROUNDS = 6
const BATCH = 20

/** Averages of one class, over so many, without what an empty store takes. */
export async function storedSizes(): Promise<StoredSizes> {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-stored-'))
  const redis = await redisBeside()
  try {
    await (await openStore(dataDir)).close()
    const empty = sizeOf(dataDir)
    const folder = await openStore(dataDir)
    const events = await keep(folder)
    await folder.close()
    const cluster = await openRedisStore({ url: redis.url, clock: systemClock, failed: () => {} })
    const before = await told(redis.url)
    await keep(cluster)
    const after = await told(redis.url)
    await cluster.close()
    const each = (bytes: number) => bytes / CLASSES
    return {
      events: each(events),
      folder: each(sizeOf(dataDir) - empty),
      redis: each(after.memory - before.memory),
      redisFile: each(after.file - before.file),
    }
  } finally {
    await redis.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function keep({ journal }: Store): Promise<number> {
  let count = 0
  for (let n = 1; n <= CLASSES; n++) {
    const classId = `stored-${n}`
    const events = keptClass(classId, PEOPLE, ROUNDS, Date.now())
    const { epoch } = await journal.create(classId)
    for (let from = 0; from < events.length; from += BATCH)
      await journal.append({ classId, epoch, expectedSeq: from, events: events.slice(from, from + BATCH) })
    count += events.length
  }
  return count
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)

async function told(url: string): Promise<{ readonly memory: number; readonly file: number }> {
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let heard = ''
    socket.on('error', reject)
    socket.on('end', () => resolve(heard))
    socket.on('data', data => {
      heard += data
    })
    socket.write('INFO memory\r\nINFO persistence\r\nQUIT\r\n')
  })
  return { memory: numberIn(text, 'used_memory'), file: numberIn(text, 'aof_current_size') }
}

/** A field of what Redis answers to INFO. */
export const numberIn = (text: string, field: string): number =>
  Number(new RegExp(`^${field}:(\\d+)\\r?$`, 'm').exec(text)?.[1] ?? Number.NaN)

export function renderStored({ events, folder, redis, redisFile }: StoredSizes): string {
  const row = (what: string, bytes: number) =>
    `${what}  ${(bytes / events).toFixed(0).padStart(5)} bytes an event  ${(bytes / 2 ** 20).toFixed(2)} MB a class`
  return [
    `a class of ${PEOPLE + 1} and ${ROUNDS} rounds: ${events.toFixed(0)} events`,
    row('data folder                     ', folder),
    row('Redis, memory                   ', redis),
    row('Redis, append-only file as grown', redisFile),
  ].join('\n')
}
