import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../clock.ts'
import { openRedisStore } from '../journal/open-redis-store.ts'
import { lockFolder, openStore } from '../journal/open-store.ts'
import { connect } from '../redis/connect.ts'
import { FORMAT, MOVING } from '../redis/deployment.ts'
import { emptyRedis, keysIn } from '../redis/empty-redis.ts'
import { keys } from '../redis/keys.ts'
import type { MovedStore } from './export-deployment.ts'

/** Where a deployment lies: in one Redis, or in a folder. */
export interface Place {
  readonly redisUrl: string | undefined
  /** Whose data a Redis holds. */
  readonly deployment?: string | undefined
  readonly dataDir: string
}

/** Why nothing can be moved from or to a place, in one sentence for whoever asked. */
export class CannotMove extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'CannotMove'
  }
}

export interface Source {
  readonly store: MovedStore
  /** Throws CannotMove if a server was there meanwhile: then what was read may be older than what it wrote. */
  mustBeAlone(): Promise<void>
  close(): Promise<void>
}

export interface Target {
  readonly store: MovedStore
  /** From now on it is a deployment that a server may start on. */
  keep(): Promise<void>
  /** Nothing of what was written stays. */
  discard(): Promise<void>
}

const heardNothing = () => {}
const RUNNING =
  'A server is running on this Redis. Stop all of them first: what they still write would be left behind.'

export async function openSource({ redisUrl, deployment, dataDir }: Place): Promise<Source> {
  if (redisUrl === undefined) {
    if (!existsSync(join(dataDir, 'evenkeel.db')))
      throw new CannotMove(`There is no deployment in the data folder ${dataDir}.`)
    // Its lock keeps servers out.
    const store = await openStore(dataDir)
    return { store, mustBeAlone: async () => {}, close: () => store.close() }
  }
  const store = await openRedisStore({ url: redisUrl, deployment, clock: systemClock, failed: heardNothing })
  const first = await store.journal.lastAlive()
  const mustBeAlone = async () => {
    const living = await store.nodes.living(systemClock.now())
    if (living > 0 || (await store.journal.lastAlive()) !== first) throw new CannotMove(RUNNING)
  }
  try {
    await mustBeAlone()
    return { store, mustBeAlone, close: () => store.close() }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Only a place that is empty. */
export function openTarget({ redisUrl, deployment, dataDir }: Place): Promise<Target> {
  return redisUrl === undefined ? openFolder(dataDir) : openRedis(redisUrl, deployment)
}

/** Written in a folder inside it; the data file takes its place when it is whole, in one step. */
async function openFolder(dataDir: string): Promise<Target> {
  const lock = lockFolder(dataDir)
  const path = join(dataDir, 'evenkeel.db')
  const building = join(dataDir, 'moving')
  try {
    if (existsSync(path))
      throw new CannotMove(
        `There is a deployment in the data folder ${dataDir} already. Import into an empty one: set DATA_DIR.`,
      )
    // What an import left that was cut short.
    await rm(building, { recursive: true, force: true })
    const store = await openStore(building)
    const discard = async () => {
      await store.close()
      await rm(building, { recursive: true, force: true })
      if (lock.isOpen) lock.close()
    }
    const keep = async () => {
      // The last connection takes the log into the file and removes it.
      await store.close()
      if (existsSync(join(building, 'evenkeel.db-wal')))
        throw new CannotMove('The data file could not be finished.')
      await rename(join(building, 'evenkeel.db'), path)
      const folder = await open(dataDir, 'r')
      await folder.sync().finally(() => folder.close())
      await discard()
    }
    return { store, keep, discard }
  } catch (error) {
    lock.close()
    throw error
  }
}

/** Marked until it is whole, so that no server starts on it. */
async function openRedis(url: string, deployment: string | undefined): Promise<Target> {
  const store = await openRedisStore({ url, deployment, clock: systemClock, failed: heardNothing })
  const client = await connect(url, heardNothing)
  const close = async () => {
    client.destroy()
    await store.close()
  }
  try {
    // The marks of layout and deployment are there by now; readiness was never asked.
    if ((await keysIn(client)) > 2)
      throw new CannotMove(
        'There is a deployment in this Redis already. Import into an empty one, such as another database: redis://host/1.',
      )
    await client.set(keys.format, MOVING)
  } catch (error) {
    await close()
    throw error
  }
  return {
    store,
    keep: async () => {
      if ((await store.nodes.living(systemClock.now())) > 0) throw new CannotMove(RUNNING)
      await client.set(keys.format, FORMAT)
      await close()
    },
    discard: async () => {
      if (!client.isOpen) return
      // It was empty before.
      await emptyRedis(client)
      await close()
    },
  }
}
