import { DURABLE, RedisProcess } from './redis-process.ts'
import { emptied, type RedisUnderTest } from './redis-under-test.ts'

export type SentinelUnderTest = Pick<RedisUnderTest, 'url' | 'killAndStart' | 'bytes' | 'empty' | 'end'> & {
  readonly primary: RedisProcess
  readonly replica: RedisProcess
  /** Resolves when the replica has everything that the primary has. */
  copied(): Promise<void>
  /** From now on the replica gets nothing of what the primary takes. */
  cutOff(): Promise<void>
}

/** A Redis with one replica, and a Sentinel that puts the replica in its place after so many ms of silence. */
export async function startSentinel(downAfter: number): Promise<SentinelUnderTest> {
  const primary = await RedisProcess.start()
  const copying = ['--replicaof', `127.0.0.1 ${primary.port}`, '--repl-diskless-sync-delay', '0']
  const replica = await RedisProcess.start([...DURABLE, ...copying])
  const copied = async () => {
    const operator = await primary.operator()
    // As for an append: a write of this very connection, which the replica then says it has.
    await operator.incr('copied')
    await operator.del('copied')
    while ((await operator.wait(1, 1_000)) < 1);
    operator.destroy()
  }
  await copied()
  const sentinel = await RedisProcess.start(
    ['--sentinel'],
    `sentinel monitor main 127.0.0.1 ${primary.port} 1
sentinel down-after-milliseconds main ${downAfter}
sentinel failover-timeout main 3000
`,
  )
  const operator = await sentinel.operator()
  while (String(await operator.sendCommand(['SENTINEL', 'REPLICAS', 'main'])) === '');
  operator.destroy()
  return {
    primary,
    replica,
    copied,
    cutOff: async () => {
      const [at, from] = await Promise.all([replica.operator(), primary.operator()])
      // A password that the primary does not have; and the line is to be made anew.
      await at.configSet('masterauth', 'wrong')
      await from.sendCommand(['CLIENT', 'KILL', 'TYPE', 'replica'])
      for (const operator of [at, from]) operator.destroy()
    },
    url: `redis+sentinel://127.0.0.1:${sentinel.port}/main`,
    killAndStart: async () => {
      await primary.kill()
      await primary.start()
    },
    bytes: () => primary.bytes(),
    empty: () => emptied(primary),
    end: async () => {
      await Promise.all([sentinel, replica, primary].map(each => each.end()))
    },
  }
}
