import type { createClient } from 'redis'
import type { Clock } from '../clock.ts'

/** One sentence for whoever starts the server. */
export class RedisError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'RedisError'
  }
}

type NodeRedis = ReturnType<typeof createClient>

/** All that is asked about keys; each names one key, or several that share a hash tag. */
export const COMMANDS = [
  ...(['get', 'set', 'del', 'evalSha', 'eval', 'sPublish', 'xRange'] as const),
  ...(['hGet', 'hSet', 'hDel', 'hmGet', 'hGetAll', 'hVals', 'hSetNX', 'hExists'] as const),
  ...(['sAdd', 'sRem', 'sMembers'] as const),
  ...(['zAdd', 'zRem', 'zCount', 'zScore', 'zRangeWithScores', 'zRangeByScoreWithScores'] as const),
] as const

export type Commands = Pick<NodeRedis, (typeof COMMANDS)[number]>

/** What is asked of one Redis itself, as an operator would. */
export type Primary = Pick<
  NodeRedis,
  'info' | 'configGet' | 'commandInfo' | 'bgRewriteAof' | 'bgSave' | 'dbSize' | 'scan' | 'unlink'
>

export type Listener = (message: string, channel: string) => unknown

/** Whatever stands behind REDIS_URL: one Redis, one behind Sentinels, or a Redis Cluster. */
export interface Link {
  /** Looked up for each command: it may be others after a `renew`. */
  readonly commands: Commands
  /** What falls silent together with this key. */
  placeOf(key: string): string
  /** Every Redis that takes writes. */
  primaries(): Promise<readonly Primary[]>
  /** A sharded channel. The same listener twice is once, and costs nothing while it is heard. */
  subscribe(channel: string, listener: Listener): Promise<unknown>
  unsubscribe(channel: string, listener: Listener): Promise<unknown>
  /** Called when something may have been said and not heard. */
  whenBack(look: () => void): void
  /** Called while a place has been silent for longer than any connection may be. Left out where connections do all. */
  renew?(): void
  readonly isOpen: boolean
  destroy(): void
}

/** Makes the connections; rejects with whatever went wrong. `failed` hears of what goes wrong after that. */
export type Open = (failed: (cause: unknown) => void, clock: Clock) => Promise<Link>
