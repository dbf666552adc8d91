import type { Seeded } from '@evenkeel/simulant'
import type { Crowd } from '../crowd.ts'
import type { RedisProcess } from './redis-process.ts'
import type { ServerProcess } from './server-process.ts'
import type { TcpProxy } from './tcp-proxy.ts'

/** `proxy` stands between clients and servers, `links` between servers and Redis. */
export interface ClusterScene {
  readonly crowd: Crowd
  readonly servers: readonly ServerProcess[]
  readonly redis: RedisProcess
  readonly proxy: TcpProxy
  readonly links: TcpProxy
  readonly seeded: Seeded
  readonly longest: number
  readonly load: (answers: number) => Promise<void>
}

export const CLUSTER_FAULTS = [
  'kill-server',
  'kill-redis',
  'freeze-server',
  'freeze-redis',
  'cut',
  'cut-links',
  'slow-links',
  'slice-links',
  'rolling-restart',
  'reload',
] as const
export type ClusterFault = (typeof CLUSTER_FAULTS)[number]

/** Each breaks something while the load goes on at the other servers, and mends it again. */
export const bringToCluster: Readonly<Record<ClusterFault, (scene: ClusterScene) => Promise<void>>> = {
  async 'kill-server'({ servers, seeded, load }) {
    const server = servers[seeded.below(servers.length)]
    await server?.kill()
    await load(15)
    await server?.start()
  },
  async 'kill-redis'({ redis }) {
    await redis.kill()
    await pause(200)
    await redis.start()
  },
  async 'freeze-server'({ servers, seeded, longest, load }) {
    const server = servers[seeded.below(servers.length)]
    server?.signal('SIGSTOP')
    await pause(500 + seeded.next() * Math.max(0, longest - 500))
    server?.signal('SIGCONT')
    await load(5)
  },
  async 'freeze-redis'({ redis, seeded, longest }) {
    redis.signal('SIGSTOP')
    await pause(500 + seeded.next() * Math.max(0, longest - 500))
    redis.signal('SIGCONT')
  },
  async cut({ proxy, load }) {
    proxy.cut()
    await load(10)
  },
  /** Every server loses Redis at once: what was sent may have been carried out. */
  async 'cut-links'({ links, load }) {
    links.cut()
    await load(10)
    links.cut()
  },
  async 'slow-links'({ links, seeded, load }) {
    links.weather = { delay: 5 + seeded.below(60) }
    await load(15)
    links.weather = {}
  },
  async 'slice-links'({ links, seeded, load }) {
    links.weather = { slice: 1 + seeded.below(30) }
    await load(15)
    links.weather = {}
  },
  async 'rolling-restart'({ servers, load }) {
    for (const server of servers) {
      await server.stop()
      await load(5)
      await server.start()
    }
  },
  async reload({ crowd, seeded, load }) {
    for (const member of crowd.members) if (seeded.maybe(0.5)) crowd.reload(member)
    await load(5)
  },
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
