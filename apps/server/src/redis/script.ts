import { createHash } from 'node:crypto'
import type { RedisClient } from './connect.ts'
import { RedisFailed } from './outcome.ts'

/** A function that runs inside Redis, all of it or nothing, with no other command in between. */
export interface Script {
  readonly text: string
  readonly sha: string
}

export const script = (text: string): Script => ({
  text,
  sha: createHash('sha1').update(text).digest('hex'),
})

/** Runs it by its hash; a server that does not know it (it was restarted, or its cache was emptied) gets the text. All keys share a hash tag. */
export async function run(
  client: RedisClient,
  { text, sha }: Script,
  keys: readonly string[],
  args: readonly string[],
): Promise<unknown> {
  const given = { keys: [...keys], arguments: [...args] }
  try {
    return await client.evalSha(sha, given)
  } catch (error) {
    if (!(error instanceof RedisFailed && error.word === 'NOSCRIPT')) throw error
    return client.eval(text, given)
  }
}

/** ARGV: of each command how many words it has, then these. */
const TOGETHER = script(`
local at = 1
while at <= #ARGV do
  local count = tonumber(ARGV[at])
  redis.call(unpack(ARGV, at + 1, at + count))
  at = at + count + 1
end
return 1
`)

/** Several commands as one, whoever else writes. All their keys share the hash tag of `key`. */
export async function together(
  client: RedisClient,
  key: string,
  commands: readonly (readonly (string | number)[])[],
): Promise<void> {
  if (commands.length === 0) return
  await run(client, TOGETHER, [key], commands.flatMap(words => [words.length, ...words]).map(String))
}
