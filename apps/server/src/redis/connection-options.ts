/** ms; a first connection that takes longer is none. */
export const CONNECT_WITHIN = 5_000
/** ms between signs of life on a connection that is otherwise silent. */
const PING_EVERY = 2_000
/** ms in which nothing went either way, after which a connection is taken for dead and made anew: a cable that was pulled says nothing. */
const SILENT_FOR = 6_000
/** ms between attempts to come back: soon at first, then at most this. */
const BACK_WITHIN = 1_000

/**
 * Each connection comes back by itself. While it is away commands are rejected at once: what waits in a queue would be sent
 * much later, when whoever asked has long been told that it failed.
 */
export const CONNECTION = {
  name: 'evenkeel',
  disableOfflineQueue: true,
  pingInterval: PING_EVERY,
} as const

export const socketOptions = (tls: boolean) => ({
  connectTimeout: CONNECT_WITHIN,
  socketTimeout: SILENT_FOR,
  reconnectStrategy: (tries: number) => Math.min(BACK_WITHIN, 20 * 2 ** Math.min(tries, 6)),
  ...(tls && { tls: true as const }),
})

/** The library's own limit only counts until a command is sent, and costs a timer each; see Silence. */
export const COMMAND_OPTIONS = { timeout: 0 } as const
