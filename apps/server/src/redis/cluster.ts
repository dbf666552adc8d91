import { createCluster } from 'redis'
import { COMMAND_OPTIONS, CONNECTION, socketOptions } from './connection-options.ts'
import type { Link, Listener, Open } from './link.ts'
import type { RedisAddress } from './redis-address.ts'

/** The library's own word. */
const RESUBSCRIBE = '__resubscribeListeners'

type PubSubListeners = Parameters<ReturnType<typeof createCluster>['resubscribeAllPubSubListeners']>[0]

/** Keys with one hash tag lie in one slot, and so at one primary. */
const hashTag = (key: string): string => /\{([^}]+)\}/.exec(key)?.[1] ?? key

/** A Redis Cluster: each class lies whole at one of its primaries. */
export const cluster =
  (address: RedisAddress): Open =>
  async failed => {
    const options = {
      ...CONNECTION,
      ...(address.username !== '' && { username: address.username }),
      ...(address.password !== '' && { password: address.password }),
    }
    const socket = socketOptions(address.tls)
    const client = createCluster({
      rootNodes: address.nodes.map(node => ({ ...options, socket: { ...socket, ...node } })),
      defaults: { ...options, socket },
      commandOptions: COMMAND_OPTIONS,
      // ms; a primary that does not come back may have been replaced.
      topologyRefreshOnReconnectionAttemptStrategy: 1_000,
    })
    client.on('error', failed)
    const subscribe = (channel: string, listener: Listener) => client.sSubscribe(channel, listener)
    // When a primary is gone the library subscribes elsewhere and leaves a failure to end the process. Channels subscribes too.
    client.removeAllListeners(RESUBSCRIBE)
    client.on(RESUBSCRIBE, ({ SHARDED }: PubSubListeners) => {
      for (const [channel, { strings }] of SHARDED ?? [])
        for (const listener of strings) subscribe(channel, listener).catch(failed)
    })
    await client.connect()
    const link: Link = {
      commands: client,
      placeOf: hashTag,
      primaries: () => Promise.all(client.masters.map(async master => client.nodeClient(master))),
      subscribe,
      unsubscribe: (channel, listener) => client.sUnsubscribe(channel, listener),
      whenBack: look => void client.on('node-ready', look),
      get isOpen() {
        return client.isOpen
      },
      destroy: () => client.destroy(),
    }
    return link
  }
