import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from './connect.ts'
import { keys } from './keys.ts'

/** Set by hand it is used; otherwise the project's own script knows where the program is, or says that it is missing. */
const FIND = fileURLToPath(new URL('../../../../scripts/redis-server.mjs', import.meta.url))

export interface RedisUnderTest {
  readonly url: string
  /** Kills it with SIGKILL and starts it again on the same files and port. */
  killAndStart(): Promise<void>
  kill(): Promise<void>
  /** Everything that it has on disk. */
  bytes(): Promise<Buffer>
  /** A class is as it was after this event, as when a failover has lost what came after. */
  goBack(classId: string, seq: number): Promise<void>
  /** Removes every key. */
  empty(): Promise<void>
  end(): Promise<void>
}

const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '']

/** A real Redis in a folder of its own, as the operator guide asks for unless told otherwise. */
export async function startRedis(options: readonly string[] = DURABLE): Promise<RedisUnderTest> {
  const program = execFileSync(process.execPath, [FIND], { encoding: 'utf8' }).trim()
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const start = async () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...options]
    const started = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((resolve, reject) => {
      started.once('exit', code => reject(new Error(`redis-server ended with ${code}`)))
      started.stdout.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) resolve()
      })
    })
    return started
  }
  let server = await start()
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGKILL')
    await gone
  }
  return {
    url,
    kill,
    killAndStart: async () => {
      await kill()
      server = await start()
    },
    bytes: async () => {
      const names = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = names.filter(entry => entry.isFile())
      return Buffer.concat(await Promise.all(files.map(each => readFile(join(each.parentPath, each.name)))))
    },
    goBack: async (classId, seq) => {
      const client = await connect(url, () => {})
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
    empty: async () => {
      const client = await connect(url, () => {})
      await client.flushAll()
      client.destroy()
    },
    end: async () => {
      await kill()
      await rm(folder, { recursive: true })
    },
  }
}

/** Free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
