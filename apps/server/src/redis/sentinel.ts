import { createSentinel } from 'redis'
import { COMMAND_OPTIONS, CONNECTION, socketOptions } from './connection-options.ts'
import type { Link, Open } from './link.ts'
import type { RedisAddress } from './redis-address.ts'

/** ms between looks at who is the primary, beside what Sentinels tell. */
const LOOK_EVERY = 5_000

/** One Redis that Sentinels watch, and another in its place when they say so. */
export const sentinel =
  (address: RedisAddress): Open =>
  async failed => {
    const client = createSentinel({
      name: address.primary,
      sentinelRootNodes: [...address.nodes],
      scanInterval: LOOK_EVERY,
      passthroughClientErrorEvents: true,
      maxCommandRediscovers: 3,
      commandOptions: COMMAND_OPTIONS,
      nodeClientOptions: {
        ...CONNECTION,
        database: address.database,
        ...(address.username !== '' && { username: address.username }),
        ...(address.password !== '' && { password: address.password }),
        socket: socketOptions(address.tls),
      },
      sentinelClientOptions: { ...CONNECTION, socket: socketOptions(address.tls) },
    })
    client.on('error', failed)
    await client.connect()
    const link: Link = {
      commands: client,
      placeOf: () => '',
      primaries: async () => [client],
      subscribe: (channel, listener) => client.sSubscribe(channel, listener),
      unsubscribe: (channel, listener) => client.sUnsubscribe(channel, listener),
      whenBack: look => void client.on('ready', look).on('topology-change', look),
      get isOpen() {
        return client.isOpen
      },
      destroy: () => void client.destroy().catch(failed),
    }
    return link
  }
