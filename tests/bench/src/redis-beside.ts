import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FIND = fileURLToPath(new URL('../../../scripts/redis-server.mjs', import.meta.url))

export interface RedisBeside {
  readonly url: string
  /** Microseconds of CPU time that its process has used up, its children not counted. Linux tells it to 10 ms; others do not. */
  cpu(): number
  end(): Promise<void>
}

/** A Redis of the bench's own, as durable as the operator guide asks for. */
export async function redisBeside(): Promise<RedisBeside> {
  const program = execFileSync(process.execPath, [FIND], { encoding: 'utf8' }).trim()
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-redis-'))
  const port = await freePort()
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable]
  const redis = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    redis.once('exit', code => reject(new Error(`redis-server ended with ${code}`)))
    redis.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve()
    })
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    cpu: () => cpuOf(redis.pid),
    async end() {
      const gone = new Promise(resolve => redis.once('exit', resolve))
      redis.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** proc(5): the 14th and the 15th field, in hundredths of a second. */
function cpuOf(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return Number.NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

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
