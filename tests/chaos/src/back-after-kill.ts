import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Browser, instruct, joinClass, openClass, type Simulant, signIn } from '@evenkeel/simulant'
import { RedisProcess } from './faults/redis-process.ts'
import { ServerProcess } from './faults/server-process.ts'
import { TcpProxy } from './faults/tcp-proxy.ts'
import { PASSCODE } from './passcode.ts'

export interface Back {
  readonly clients: number
  /** Those that the killed server had. */
  readonly cut: number
  /** ms from the kill until a device was told by another server what it had missed. */
  readonly p50: number
  readonly p99: number
}

/** Of a whole class at most 200 are in one; so they are spread. */
const A_CLASS = 50
/** As the screens do it: the first try comes after so many ms, give or take half. */
const RECONNECT_AFTER = 500

/**
 * People in classes at two servers behind a balancer; the one that has half of them is killed. How long until each of those is
 * connected again and has caught up.
 */
export async function backAfterKill(clients: number): Promise<Back> {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-back-'))
  const redis = new RedisProcess(folder)
  const proxy = new TcpProxy()
  const servers: ServerProcess[] = []
  const devices: Simulant[] = []
  try {
    await redis.start()
    const url = `redis://127.0.0.1:${redis.port}`
    servers.push(new ServerProcess(folder, '', url), new ServerProcess(folder, '', url))
    for (const server of servers) await server.start()
    let to: readonly ServerProcess[] = servers
    const alive = () => to.filter(server => server.running).map(server => server.port)
    const base = `http://127.0.0.1:${await proxy.listen(alive)}`
    const dying: Simulant[] = []
    /** One at the server that dies, one at the other, and so on. */
    const take = async (make: () => Simulant | Promise<Simulant>) => {
      const dies = devices.length % 2 === 0
      to = servers.slice(dies ? 0 : 1, dies ? 1 : 2)
      const device = await make()
      devices.push(device)
      if (dies) dying.push(device)
      await device.until(it => it.seat ?? it.console)
    }
    while (devices.length < clients) {
      const browser = await signIn(base, { name: 'Ines', passcode: PASSCODE })
      const opened = await openClass(browser, { title: 'Many', place: 'remote' })
      await take(() => instruct(opened, ['console'], { reconnectAfter: RECONNECT_AFTER }))
      for (let n = 1; n < A_CLASS && devices.length < clients; n += 1) {
        const options = { browser: new Browser(base), reconnectAfter: RECONNECT_AFTER }
        await take(() => joinClass(base, opened.code, `Trainee ${n}`, options))
      }
    }
    to = servers
    const began = performance.now()
    const back = dying.map(
      ({ socket }) =>
        new Promise<number>(resolve => {
          const done = () => resolve(performance.now() - began)
          socket.once('disconnect', () => {
            socket.once('resumed', done)
            socket.once('snapshot', done)
          })
        }),
    )
    await servers[0]?.kill()
    const all = (await Promise.all(back)).sort((a, b) => a - b)
    const at = (share: number) => all[Math.min(all.length - 1, Math.ceil(all.length * share) - 1)] ?? 0
    return { clients: devices.length, cut: all.length, p50: at(0.5), p99: at(0.99) }
  } finally {
    for (const device of devices) device.close()
    for (const server of servers) await server.kill()
    await proxy.close()
    await redis.kill()
    await rm(folder, { recursive: true, force: true })
  }
}
