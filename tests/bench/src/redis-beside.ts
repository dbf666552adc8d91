import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FIND = fileURLToPath(new URL('../../../scripts/redis-server.mjs', import.meta.url))

/** A Redis of the bench's own, as durable as the operator guide asks for. */
export async function redisBeside(): Promise<{ readonly url: string; end(): Promise<void> }> {
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
    async end() {
      const gone = new Promise(resolve => redis.once('exit', resolve))
      redis.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
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
