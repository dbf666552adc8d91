import { createClient } from 'redis'
import { COMMAND_OPTIONS, CONNECTION, socketOptions } from './connection-options.ts'
import type { Link, Open } from './link.ts'
import type { RedisAddress } from './redis-address.ts'

/** One Redis, on two connections: what is asked, and what is heard. */
export const oneRedis =
  (address: RedisAddress): Open =>
  async failed => {
    const [node] = address.nodes
    const make = () =>
      createClient({
        ...CONNECTION,
        commandOptions: COMMAND_OPTIONS,
        database: address.database,
        ...(address.username !== '' && { username: address.username }),
        ...(address.password !== '' && { password: address.password }),
        socket: { ...node, ...socketOptions(address.tls) },
      })
    const client = make()
    const subscriber = make()
    const both = [client, subscriber]
    const destroy = () => {
      for (const each of both) if (each.isOpen) each.destroy()
    }
    try {
      // A client tries for ever; here the first failure counts.
      await Promise.all(
        both.map(
          each =>
            new Promise((resolve, reject) => {
              each.on('error', reject).on('error', failed)
              each.connect().then(resolve, reject)
            }),
        ),
      )
    } catch (error) {
      destroy()
      throw error
    }
    const link: Link = {
      commands: client,
      placeOf: () => '',
      primaries: async () => [client],
      subscribe: (channel, listener) => subscriber.sSubscribe(channel, listener),
      unsubscribe: (channel, listener) => subscriber.sUnsubscribe(channel, listener),
      whenBack: look => void subscriber.on('ready', look),
      get isOpen() {
        return client.isOpen
      },
      destroy,
    }
    return link
  }
