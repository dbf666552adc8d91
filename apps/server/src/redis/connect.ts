import { createClient } from 'redis'

/** One sentence for whoever starts the server. */
export class RedisError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'RedisError'
  }
}

/** ms; a first connection that takes longer is none. */
const CONNECT_WITHIN = 5_000
/** ms between signs of life on a connection that is otherwise silent. */
const PING_EVERY = 2_000
/** ms of silence after which a connection is taken for dead and made anew: a cable that was pulled says nothing. */
const SILENT_FOR = 6_000
/** ms between attempts to come back: soon at first, then at most this. */
const BACK_WITHIN = 1_000

export type RedisClient = ReturnType<typeof newClient>

/**
 * A client that comes back by itself. While it is away commands are rejected at once: what waits in a queue would be sent
 * much later, when whoever asked has long been told that it failed.
 */
export function newClient(url: string) {
  return createClient({
    url,
    name: 'evenkeel',
    disableOfflineQueue: true,
    pingInterval: PING_EVERY,
    socket: {
      connectTimeout: CONNECT_WITHIN,
      socketTimeout: SILENT_FOR,
      reconnectStrategy: tries => Math.min(BACK_WITHIN, 20 * 2 ** Math.min(tries, 6)),
    },
  })
}

/** Connects, or rejects with a RedisError that names no password. `failed` hears of errors after that. */
export async function connect(
  url: string,
  failed: (what: string, cause: unknown) => void,
): Promise<RedisClient> {
  const client = newClient(url)
  let connected = false
  const lost = new Promise<never>((_, reject) => {
    client.on('error', error => {
      if (connected) failed('redis', error)
      else reject(error)
    })
  })
  try {
    await Promise.race([client.connect(), lost])
    connected = true
    return client
  } catch (error) {
    client.destroy()
    const { host } = new URL(url)
    const code = error instanceof Error && 'code' in error ? String(error.code) : nameOf(error)
    throw new RedisError(`Evenkeel can't reach Redis at ${host} (${code}). Check REDIS_URL.`)
  }
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error)
