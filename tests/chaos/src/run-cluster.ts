import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClassEvent } from '@evenkeel/classroom'
import { openRedisStore, systemClock } from '@evenkeel/server'
import { Seeded } from '@evenkeel/simulant'
import { cardSecrets } from './card-secrets.ts'
import { check } from './check/check.ts'
import type { Evidence, Violation } from './check/evidence.ts'
import type { Crowd } from './crowd.ts'
import { bringToCluster, CLUSTER_FAULTS, type ClusterFault } from './faults/cluster-faults.ts'
import { RedisProcess } from './faults/redis-process.ts'
import { ServerProcess } from './faults/server-process.ts'
import { TcpProxy } from './faults/tcp-proxy.ts'
import { Load, playingCrowd } from './load.ts'
import { clearingUp, toItsEnd } from './no-end.ts'
import { watchOwnDelay } from './own-delay.ts'
import type { AnyBug } from './planted/planted-bugs.ts'

export interface ClusterRunOptions {
  readonly seed: number
  readonly faults: number
  readonly only?: readonly ClusterFault[]
  /** Exactly these, in this order, in place of those that the seed would choose. */
  readonly schedule?: readonly ClusterFault[] | undefined
  readonly bug?: AnyBug
  readonly longest?: number
  /** Commands that are answered before the first fault and after each. */
  readonly between?: number
  readonly told?: (what: string) => void
}

export interface ClusterRan {
  readonly evidence: Evidence
  readonly violations: readonly Violation[]
  readonly brought: readonly ClusterFault[]
  /** ms that this process waited for its turn, p99, while the class played. */
  readonly ownDelay: number
}

const SERVERS = 3
/** How often, and how many ms apart, it is looked whether everybody has heard of everything. */
const LOOKS = 40
const LOOK_EVERY = 250
/** Where a bug keeps it from them for ever. */
const BUGGY_LOOKS = 12

/**
 * A class plays on three servers that share one Redis, its people spread over them by a balancer that knows who is there. One
 * thing after the other breaks; then what everybody saw is compared with what Redis holds. Rejects with NoEnd if it stands still.
 */
export async function runCluster({
  seed,
  faults,
  only = CLUSTER_FAULTS,
  schedule,
  bug,
  longest = 1_500,
  between = 40,
  told = () => {},
}: ClusterRunOptions): Promise<ClusterRan> {
  const seeded = new Seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-chaos-'))
  const redis = new RedisProcess(folder)
  const proxy = new TcpProxy()
  const links = Array.from({ length: SERVERS }, () => new TcpProxy())
  let servers: ServerProcess[] = []
  let crowd: Crowd | undefined
  const brought: ClusterFault[] = []
  let now: ClusterFault | undefined
  const play = async (): Promise<ClusterRan> => {
    await redis.start()
    const ports = await Promise.all(links.map(link => link.listen(() => [redis.port])))
    servers = ports.map(port => new ServerProcess(folder, bug, `redis://127.0.0.1:${port}`))
    for (const server of servers) await server.start()
    let sentTo: readonly ServerProcess[] | undefined
    const sendTo = (to?: readonly ServerProcess[]) => {
      sentTo = to
    }
    const alive = () => (sentTo ?? servers).filter(server => server.running).map(server => server.port)
    crowd = await playingCrowd(`http://127.0.0.1:${await proxy.listen(alive)}`)
    const load = new Load(crowd)
    load.begin()
    const more = (answers: number) => load.more(answers)
    const ownDelay = watchOwnDelay()
    await more(between)
    const playing = crowd
    const reload = () => {
      for (const member of playing.members) if (seeded.maybe(0.5)) playing.reload(member)
    }
    const scene = { reload, servers, redis, proxy, links, sendTo, seeded, longest, load: more }
    for (let n = 0; n < (schedule?.length ?? faults); n += 1) {
      const fault = schedule === undefined ? only[seeded.below(only.length)] : schedule[n]
      if (fault === undefined) break
      told(fault)
      now = fault
      await bringToCluster[fault](scene)
      brought.push(fault)
      await more(between)
    }
    await load.end()
    await crowd.quiet()
    const delay = ownDelay()
    const { classId } = crowd.opened
    const secrets = await cardSecrets()
    const url = `redis://127.0.0.1:${redis.port}`
    // An answer comes from one server; what another wrote a moment before may still be on its way to this device.
    for (let looks = 0; ; looks += 1) {
      const journal = await journalIn(url, classId)
      const evidence = { classId, journal, commands: crowd.commands, devices: crowd.devices(), secrets }
      const violations = check(evidence)
      const onTheirWay = violations.every(({ broken }) => broken === 'skipped' || broken === 'stale-view')
      if (violations.length === 0 || !onTheirWay || looks === (bug === undefined ? LOOKS : BUGGY_LOOKS))
        return { evidence, violations, brought, ownDelay: delay }
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY))
    }
  }
  const stood = () => {
    const devices = crowd?.members.map(({ device }) => device) ?? []
    const connected = devices.filter(({ socket }) => socket.connected).length
    const running = servers.filter(server => server.running).length
    return `It stood at ${now} after ${brought.join(' ')}: ${connected} of ${devices.length} connected, ${running} servers, ${crowd?.unanswered} commands without an answer.`
  }
  const clearUp = async () => {
    crowd?.end()
    for (const server of servers) await server.kill()
    for (const link of links) await link.close()
    await proxy.close()
    await redis.kill()
    await rm(folder, { recursive: true, force: true })
  }
  return clearingUp(() => toItsEnd(play(), stood), clearUp)
}

async function journalIn(url: string, classId: string): Promise<readonly ClassEvent[]> {
  const store = await openRedisStore({ url, clock: systemClock, failed: () => {} })
  try {
    // Written by this version of the server, so there is nothing to lift.
    return (await store.journal.read(classId, 0)) as readonly ClassEvent[]
  } finally {
    await store.close()
  }
}
