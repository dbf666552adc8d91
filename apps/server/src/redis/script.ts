import { createHash } from 'node:crypto'
import type { RedisClient } from './connect.ts'

/** A function that runs inside Redis, all of it or nothing, with no other command in between. */
export interface Script {
  readonly text: string
  readonly sha: string
}

export const script = (text: string): Script => ({
  text,
  sha: createHash('sha1').update(text).digest('hex'),
})

/** Runs it by its hash; a server that does not know it (it was restarted, or its cache was emptied) gets the text. */
export async function run(
  client: RedisClient,
  { text, sha }: Script,
  keys: readonly string[],
  args: readonly string[],
): Promise<unknown> {
  const rest = [String(keys.length), ...keys, ...args]
  try {
    return await client.sendCommand(['EVALSHA', sha, ...rest])
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
    return client.sendCommand(['EVAL', text, ...rest])
  }
}
