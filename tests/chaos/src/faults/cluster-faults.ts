import type { Seeded } from '@evenkeel/simulant'
import type { RedisProcess } from './redis-process.ts'
import type { ServerProcess } from './server-process.ts'
import type { TcpProxy } from './tcp-proxy.ts'

/**
 * `proxy` stands between clients and servers; `links`, one for each server, between it and Redis. `sendTo`: new connections go
 * to these servers in turn and to no other, until it is called with nothing.
 */
export interface ClusterScene {
  /** About half of the people load their page anew. */
  readonly reload: () => void
  readonly servers: readonly ServerProcess[]
  readonly redis: RedisProcess
  readonly proxy: TcpProxy
  readonly links: readonly TcpProxy[]
  readonly sendTo: (servers?: readonly ServerProcess[]) => void
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
  'slow',
  'cut-links',
  'cut-one-link',
  'silent-link',
  'slow-links',
  'slow-one-link',
  'slice-links',
  'two-servers',
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
  async slow({ proxy, seeded, load }) {
    proxy.weather = { delay: 20 + seeded.below(120) }
    await load(10)
    proxy.weather = {}
  },
  /** Every server loses Redis at once: what was sent may have been carried out. */
  async 'cut-links'({ links, load }) {
    for (const link of links) link.cut()
    await load(10)
    for (const link of links) link.cut()
  },
  async 'cut-one-link'({ links, seeded, load }) {
    const link = links[seeded.below(links.length)]
    link?.cut()
    await load(5)
    link?.cut()
    await load(5)
  },
  /** One server and Redis hear nothing of each other and are not told; then the line breaks. The others go on. */
  async 'silent-link'({ links, seeded, longest }) {
    const link = links[seeded.below(links.length)]
    if (link === undefined) return
    link.weather = { silent: true }
    await pause(200 + seeded.next() * Math.max(0, longest - 200))
    link.weather = {}
    link.cut()
  },
  async 'slow-links'({ links, seeded, load }) {
    const delay = 5 + seeded.below(60)
    for (const link of links) link.weather = { delay }
    await load(15)
    for (const link of links) link.weather = {}
  },
  /** One server is always behind the others. */
  async 'slow-one-link'({ links, seeded, load }) {
    const link = links[seeded.below(links.length)]
    if (link === undefined) return
    link.weather = { delay: 20 + seeded.below(150) }
    await load(15)
    link.weather = {}
  },
  async 'slice-links'({ links, seeded, load }) {
    const slice = 1 + seeded.below(30)
    for (const link of links) link.weather = { slice }
    await load(15)
    for (const link of links) link.weather = {}
  },
  /** As when a balancer changes its mind: the class is sent to two servers at once, and then to two others. */
  async 'two-servers'({ servers, proxy, seeded, sendTo, load }) {
    for (let twice = 0; twice < 2; twice += 1) {
      const left = seeded.below(servers.length)
      sendTo(servers.filter((_, index) => index !== left))
      proxy.cut()
      await load(15)
    }
    sendTo()
  },
  async 'rolling-restart'({ servers, load }) {
    for (const server of servers) {
      await server.stop()
      await load(5)
      await server.start()
    }
  },
  async reload({ reload, load }) {
    reload()
    await load(5)
  },
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
