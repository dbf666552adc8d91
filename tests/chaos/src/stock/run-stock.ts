import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Seeded } from '@evenkeel/simulant'
import { io, type Socket } from 'socket.io-client'
import { bringToCluster, type ClusterFault } from '../faults/cluster-faults.ts'
import { RedisProcess } from '../faults/redis-process.ts'
import { ServerProcess } from '../faults/server-process.ts'
import { TcpProxy } from '../faults/tcp-proxy.ts'
import { countedLosses, type Losses } from './counted-losses.ts'

export const ADAPTERS = ['sharded', 'streams'] as const
export type Adapter = (typeof ADAPTERS)[number]

const SERVERS = 3
const PEOPLE = 6
/** ms in which nobody hears anything new, after which nothing more is expected. */
const QUIET = 2_500

/** Somebody who says line after line and writes down what they hear. The client sends again what was not acknowledged. */
class Talker {
  readonly heard: string[] = []
  readonly #socket: Socket
  #on = true

  constructor(url: string, heard: () => void) {
    this.#socket = io(url, { transports: ['websocket'], retries: 1_000, ackTimeout: 1_000, forceNew: true })
    this.#socket.on('line', (text: string) => {
      this.heard.push(text)
      heard()
    })
  }

  async talk(name: string, acknowledged: (text: string) => void): Promise<void> {
    for (let n = 1; this.#on; n += 1) {
      const text = `${name} ${n}`
      await new Promise<void>(resolve => this.#socket.emit('say', text, () => resolve()))
      acknowledged(text)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  /** The connection breaks and comes back, as when a page is loaded anew that keeps what it has. */
  reconnect(): void {
    this.#socket.io.engine.close()
  }

  stop(): void {
    this.#on = false
  }

  end(): void {
    this.#socket.disconnect()
  }
}

/** The same faults, brought to plain Socket.IO servers with one of its Redis adapters. */
export async function runStock(
  adapter: Adapter,
  seed: number,
  faults: readonly ClusterFault[],
  longest: number,
): Promise<Losses> {
  const seeded = new Seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-stock-'))
  const redis = new RedisProcess(folder)
  const proxy = new TcpProxy()
  const links = Array.from({ length: SERVERS }, () => new TcpProxy())
  let servers: ServerProcess[] = []
  const talkers: Talker[] = []
  const acknowledged: string[] = []
  const waiting = new Set<() => void>()
  let heardAt = Date.now()
  try {
    await redis.start()
    const ports = await Promise.all(links.map(link => link.listen(() => [redis.port])))
    servers = ports.map(
      port => new ServerProcess(folder, adapter, `redis://127.0.0.1:${port}`, 'stock/stock-server'),
    )
    for (const server of servers) await server.start()
    let sentTo: readonly ServerProcess[] | undefined
    const alive = () => (sentTo ?? servers).filter(server => server.running).map(server => server.port)
    const url = `http://127.0.0.1:${await proxy.listen(alive)}`
    const heard = () => {
      heardAt = Date.now()
    }
    for (let n = 0; n < PEOPLE; n += 1) talkers.push(new Talker(url, heard))
    const answered = (text: string) => {
      acknowledged.push(text)
      for (const look of [...waiting]) look()
    }
    const talking = talkers.map((talker, index) => talker.talk(`p${index + 1}`, answered))
    const load = (more: number) => {
      const goal = acknowledged.length + more
      return new Promise<void>(resolve => {
        const look = () => {
          if (acknowledged.length < goal) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
      })
    }
    const reload = () => {
      for (const talker of talkers) if (seeded.maybe(0.5)) talker.reconnect()
    }
    const sendTo = (to?: readonly ServerProcess[]) => {
      sentTo = to
    }
    await load(40)
    for (const fault of faults) {
      await bringToCluster[fault]({ reload, servers, redis, proxy, links, sendTo, seeded, longest, load })
      await load(40)
    }
    for (const talker of talkers) talker.stop()
    await Promise.all(talking)
    while (Date.now() - heardAt < QUIET) await new Promise(resolve => setTimeout(resolve, 100))
    return countedLosses(
      acknowledged,
      talkers.map(talker => talker.heard),
    )
  } finally {
    for (const talker of talkers) talker.end()
    for (const server of servers) await server.kill()
    for (const link of links) await link.close()
    await proxy.close()
    await redis.kill()
    await rm(folder, { recursive: true, force: true })
  }
}
