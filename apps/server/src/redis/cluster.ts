import { createCluster } from 'redis'
import { COMMAND_OPTIONS, CONNECTION, socketOptions } from './connection-options.ts'
import type { Link, Listener, Open } from './link.ts'
import type { RedisAddress } from './redis-address.ts'
import { renewed } from './renewed.ts'

/** The library's own word. */
const RESUBSCRIBE = '__resubscribeListeners'

type PubSubListeners = Parameters<ReturnType<typeof createCluster>['resubscribeAllPubSubListeners']>[0]

/** Keys with one hash tag lie in one slot, and so at one primary. */
const hashTag = (key: string): string => /\{([^}]+)\}/.exec(key)?.[1] ?? key

/** A Redis Cluster: each class lies whole at one of its primaries. */
export const cluster =
  (address: RedisAddress): Open =>
  (failed, clock) =>
    renewed({ open: () => client(address, failed), failed, clock })

/**
 * The library's client. `open` resolves when it is connected to every primary. It asks one member who holds what, and waits
 * for a connection to each primary that this one names: named is also who is gone, by a member that has not heard of it. Then
 * it waits for ever, and so does all that is asked of that primary's classes. See `renewed`.
 */
function client(address: RedisAddress, failed: (cause: unknown) => void) {
  const options = {
    ...CONNECTION,
    ...(address.username !== '' && { username: address.username }),
    ...(address.password !== '' && { password: address.password }),
  }
  const socket = socketOptions(address.tls)
  const made = createCluster({
    rootNodes: address.nodes.map(node => ({ ...options, socket: { ...socket, ...node } })),
    defaults: { ...options, socket },
    commandOptions: COMMAND_OPTIONS,
    // ms; a primary that does not come back may have been replaced.
    topologyRefreshOnReconnectionAttemptStrategy: 1_000,
  })
  made.on('error', failed)
  const subscribe = (channel: string, listener: Listener) => made.sSubscribe(channel, listener)
  // When a primary is gone the library subscribes elsewhere and leaves a failure to end the process. Channels subscribes too.
  made.removeAllListeners(RESUBSCRIBE)
  made.on(RESUBSCRIBE, ({ SHARDED }: PubSubListeners) => {
    for (const [channel, { strings }] of SHARDED ?? [])
      for (const listener of strings) subscribe(channel, listener).catch(failed)
  })
  const link: Link = {
    commands: made,
    placeOf: hashTag,
    primaries: () => Promise.all(made.masters.map(async master => made.nodeClient(master))),
    subscribe,
    unsubscribe: (channel, listener) => made.sUnsubscribe(channel, listener),
    whenBack: look => void made.on('node-ready', look),
    get isOpen() {
      return made.isOpen
    },
    destroy: () => made.destroy(),
  }
  return { link, connected: made.connect() }
}
