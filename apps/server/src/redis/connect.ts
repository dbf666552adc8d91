import { RootNodesUnavailableError } from 'redis'
import { type Clock, systemClock } from '../clock.ts'
import { Channels } from './channels.ts'
import { cluster } from './cluster.ts'
import { COMMANDS, type Commands, type Link, type Open, type Primary, RedisError } from './link.ts'
import { oneRedis } from './one-redis.ts'
import { causeOf } from './outcome.ts'
import { hostsOf, type RedisAddress, redisAddress } from './redis-address.ts'
import { sentinel } from './sentinel.ts'
import { Silence } from './silence.ts'
import { within } from './within.ts'

export { RedisError } from './link.ts'

/** Everything that is asked through it is answered or rejected in time, with RedisFailed. */
export interface RedisClient extends Commands {
  readonly address: RedisAddress
  /** One question to every Redis that takes writes. */
  each<T>(ask: (primary: Primary, n: number) => Promise<T>): Promise<T[]>
  readonly channels: Channels
  readonly isOpen: boolean
  destroy(): void
}

const OPENERS: Record<RedisAddress['kind'], (address: RedisAddress) => Open> = {
  one: oneRedis,
  sentinel,
  cluster,
}

/** Connects, or rejects with a RedisError that names no password. `failed` hears of errors after that. */
export async function connect(
  url: string,
  failed: (what: string, cause: unknown) => void,
  clock: Clock = systemClock,
): Promise<RedisClient> {
  const address = redisAddress(url)
  if (address === undefined) throw new RedisError('REDIS_URL is no address of a Redis.')
  let connected = false
  const opening = OPENERS[address.kind](address)(cause => {
    if (connected) failed('redis', cause)
  }, clock)
  try {
    const link = await within(clock, opening)
    connected = true
    return asked(address, link, clock)
  } catch (error) {
    opening.then(
      link => link.destroy(),
      () => {},
    )
    throw new RedisError(
      `Evenkeel can't reach Redis at ${hostsOf(address)} (${whyNot(error)}). Check REDIS_URL.`,
    )
  }
}

/** Nothing was asked yet, so there is nothing in it that a log must not hold. */
function whyNot(error: unknown): string {
  if (error instanceof RootNodesUnavailableError) return 'no member of a Redis Cluster answers'
  const cause = causeOf(error)
  return error instanceof Error && cause === 'Error' ? error.message : cause
}

function asked(address: RedisAddress, link: Link, clock: Clock): RedisClient {
  const silence = new Silence(clock, () => link.renew?.())
  const guarded = Object.fromEntries(
    COMMANDS.map(name => {
      const command = (args: unknown[]) => {
        const { commands } = link
        return (commands[name] as (...args: unknown[]) => Promise<unknown>).apply(commands, args)
      }
      const ask = (...args: unknown[]) => silence.ask(link.placeOf(keyOf(args)), () => command(args))
      return [name, ask]
    }),
    // The same names with the same arguments and answers; only their failures differ.
  ) as unknown as Commands
  const channels = new Channels(link, clock)
  return {
    ...guarded,
    address,
    channels,
    each: async ask => {
      const primaries = await silence.ask('', () => link.primaries())
      return Promise.all(primaries.map((primary, n) => silence.ask(`${n}`, () => ask(primary, n))))
    },
    get isOpen() {
      return link.isOpen
    },
    destroy: () => {
      channels.stop()
      if (link.isOpen) link.destroy()
    },
  }
}

/** The first argument, or the first key of a function that runs inside Redis. */
function keyOf([first, second]: readonly unknown[]): string {
  const keys = typeof second === 'object' && second !== null && 'keys' in second ? second.keys : first
  return String(Array.isArray(keys) ? keys[0] : keys)
}
