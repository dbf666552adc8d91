import { keys } from './keys.ts'
import { DURABLE, RedisProcess } from './redis-process.ts'

export interface RedisUnderTest {
  readonly url: string
  /** Kills it with SIGKILL and starts it again on the same files and port. */
  killAndStart(): Promise<void>
  kill(): Promise<void>
  /** It takes connections and commands, and says nothing until it goes on. */
  freeze(): void
  goOn(): void
  /** As somebody at its command line. */
  operator(): ReturnType<RedisProcess['operator']>
  /** Everything that it has on disk. */
  bytes(): Promise<Buffer>
  /** A class is as it was after this event, as when a failover has lost what came after. */
  goBack(classId: string, seq: number): Promise<void>
  /** Removes every key. */
  empty(): Promise<void>
  end(): Promise<void>
}

/** A real Redis in a folder of its own, as the operator guide asks for unless told otherwise. */
export async function startRedis(options: readonly string[] = DURABLE): Promise<RedisUnderTest> {
  const redis = await RedisProcess.start(options)
  return {
    url: `redis://127.0.0.1:${redis.port}`,
    kill: () => redis.kill(),
    killAndStart: async () => {
      await redis.kill()
      await redis.start()
    },
    freeze: () => redis.freeze(),
    goOn: () => redis.goOn(),
    operator: () => redis.operator(),
    bytes: () => redis.bytes(),
    goBack: async (classId, seq) => {
      const client = await redis.operator()
      const epoch = await client.hGet(keys.head(classId), 'epoch')
      const stream = keys.events(classId, epoch ?? '')
      const lost = (await client.xRange(stream, `${seq + 1}`, '+')) ?? []
      for (const { id } of lost) await client.xDel(stream, id)
      await client.sendCommand(['XSETID', stream, `${seq}-1`])
      for (const [command, first] of Object.entries(await client.hGetAll(keys.commands(classId))))
        if (Number(first) > seq) await client.hDel(keys.commands(classId), command)
      await client.hSet(keys.head(classId), 'seq', String(seq))
      client.destroy()
    },
    empty: () => emptied(redis),
    end: () => redis.end(),
  }
}

export async function emptied(redis: RedisProcess): Promise<void> {
  const client = await redis.operator()
  await client.flushAll()
  client.destroy()
}
