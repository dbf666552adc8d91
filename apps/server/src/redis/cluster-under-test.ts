import { DURABLE, RedisProcess } from './redis-process.ts'
import { emptied, type RedisUnderTest } from './redis-under-test.ts'

const SLOTS = 16_384

export type ClusterUnderTest = Pick<RedisUnderTest, 'url' | 'killAndStart' | 'bytes' | 'empty' | 'end'> & {
  readonly primaries: readonly RedisProcess[]
  /** Which of the primaries has a key. */
  holderOf(key: string): Promise<number>
  /** Another Redis that has what this primary has, and takes its place when it is gone. */
  addReplica(of: number): Promise<void>
}

const OPTIONS = [
  ...[...DURABLE, '--cluster-enabled', 'yes', '--repl-diskless-sync-delay', '0'],
  // On a machine with other work a replica may have been without its primary for long before it is asked to stand in.
  ...['--cluster-require-full-coverage', 'no', '--cluster-replica-validity-factor', '0'],
  '--cluster-node-timeout',
]
/** ms: so slow is no machine that the members take each other for dead. */
const NEVER = 15_000

/** A Redis Cluster of three primaries, which take each other for dead after so many ms of silence. */
export async function startRedisCluster(deadAfter = NEVER): Promise<ClusterUnderTest> {
  const options = [...OPTIONS, String(deadAfter)]
  const replicas: RedisProcess[] = []
  const primaries = await Promise.all([1, 2, 3].map(() => RedisProcess.start(options)))
  const operators = await Promise.all(primaries.map(primary => primary.operator()))
  const share = Math.ceil(SLOTS / primaries.length)
  for (const [n, operator] of operators.entries()) {
    const end = Math.min((n + 1) * share, SLOTS) - 1
    await operator.clusterAddSlotsRange({ start: n * share, end })
    await operator.sendCommand(['CLUSTER', 'SET-CONFIG-EPOCH', String(n + 1)])
  }
  for (const operator of operators) operator.destroy()
  await Promise.all(primaries.map(primary => isWhole(primary, primaries)))
  return {
    primaries,
    url: `redis+cluster://${primaries.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    killAndStart: async () => {
      await Promise.all(primaries.map(primary => primary.kill()))
      await Promise.all(primaries.map(primary => primary.start()))
      await Promise.all(primaries.map(primary => isWhole(primary, primaries)))
    },
    bytes: async () => Buffer.concat(await Promise.all(primaries.map(primary => primary.bytes()))),
    empty: async () => {
      for (const primary of primaries) await emptied(primary)
    },
    holderOf: async key => {
      const operator = await primaries[0]?.operator()
      const slot = Number(await operator?.clusterKeySlot(key))
      operator?.destroy()
      return Math.floor(slot / share)
    },
    addReplica: async of => {
      const replica = await RedisProcess.start(options)
      replicas.push(replica)
      const [at, from] = await Promise.all([replica.operator(), primaries[of]?.operator()])
      const id = String(await from?.clusterMyId())
      // It has to have heard of the primary before.
      while ((await at.clusterReplicate(id).catch(() => 'not yet')) !== 'OK')
        await introduced(at, primaries[of]?.port ?? 0)
      while (!String(await at.info('replication')).includes('master_link_status:up')) await aMoment()
      // And the others of it: they vote for it.
      for (const primary of primaries) {
        const operator = await primary.operator()
        while (!String(await operator.sendCommand(['CLUSTER', 'NODES'])).includes(`slave ${id}`))
          await introduced(operator, replica.port)
        operator.destroy()
      }
      for (const operator of [at, from]) operator?.destroy()
    },
    end: async () => {
      await Promise.all([...primaries, ...replicas].map(each => each.end()))
    },
  }
}

/** It knows of all the others, and that each slot has its primary. */
async function isWhole(primary: RedisProcess, all: readonly RedisProcess[]): Promise<void> {
  const operator = await primary.operator()
  for (;;) {
    const info = await operator.sendCommand(['CLUSTER', 'INFO'])
    if (/cluster_state:ok/.test(String(info)) && String(info).includes(`cluster_size:${all.length}`)) break
    for (const { port } of all) if (port !== primary.port) await introduced(operator, port)
  }
  operator.destroy()
}

type Operator = Awaited<ReturnType<RedisProcess['operator']>>

/** An introduction that takes longer than members wait for each other is dropped without a word, so it is made again. */
async function introduced(operator: Operator, port: number): Promise<void> {
  await operator.clusterMeet('127.0.0.1', port)
  await aMoment()
}

/** These look at processes of their own, which no clock of a test drives. */
const aMoment = () => new Promise(resolve => setTimeout(resolve, 100))
