import { DURABLE, RedisProcess } from './redis-process.ts'
import { emptied, type RedisUnderTest } from './redis-under-test.ts'

const SLOTS = 16_384

export type ClusterUnderTest = Pick<RedisUnderTest, 'url' | 'killAndStart' | 'bytes' | 'empty' | 'end'> & {
  readonly primaries: readonly RedisProcess[]
}

/** A Redis Cluster of three primaries. */
export async function startRedisCluster(): Promise<ClusterUnderTest> {
  const options = [...DURABLE, '--cluster-enabled', 'yes', '--cluster-node-timeout', '2000']
  const primaries = await Promise.all([1, 2, 3].map(() => RedisProcess.start(options)))
  const operators = await Promise.all(primaries.map(primary => primary.operator()))
  const share = Math.ceil(SLOTS / primaries.length)
  for (const [n, operator] of operators.entries()) {
    const end = Math.min((n + 1) * share, SLOTS) - 1
    await operator.clusterAddSlotsRange({ start: n * share, end })
    await operator.sendCommand(['CLUSTER', 'SET-CONFIG-EPOCH', String(n + 1)])
  }
  for (const { port } of primaries.slice(1)) await operators[0]?.clusterMeet('127.0.0.1', port)
  for (const operator of operators) operator.destroy()
  await Promise.all(primaries.map(primary => isWhole(primary, primaries.length)))
  return {
    primaries,
    url: `redis+cluster://${primaries.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    killAndStart: async () => {
      await Promise.all(primaries.map(primary => primary.kill()))
      await Promise.all(primaries.map(primary => primary.start()))
      await Promise.all(primaries.map(primary => isWhole(primary, primaries.length)))
    },
    bytes: async () => Buffer.concat(await Promise.all(primaries.map(primary => primary.bytes()))),
    empty: async () => {
      for (const primary of primaries) await emptied(primary)
    },
    end: async () => {
      await Promise.all(primaries.map(primary => primary.end()))
    },
  }
}

/** It knows of all the others, and that each slot has its primary. */
async function isWhole(primary: RedisProcess, count: number): Promise<void> {
  const operator = await primary.operator()
  for (;;) {
    const info = await operator.sendCommand(['CLUSTER', 'INFO'])
    if (/cluster_state:ok/.test(String(info)) && String(info).includes(`cluster_size:${count}`)) break
  }
  operator.destroy()
}
