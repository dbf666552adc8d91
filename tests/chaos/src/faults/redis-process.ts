import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { killed } from './ending-child.ts'

/** The project's own script knows where the program is, or installs nothing and says that it is missing. */
const FIND = fileURLToPath(new URL('../../../../scripts/redis-server.mjs', import.meta.url))

/** One Redis as the operator guide asks for, in a folder of its own, always on the same port. */
export class RedisProcess {
  port = 0
  readonly #folder: string
  #child: ChildProcess | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  get running(): boolean {
    return this.#child !== undefined
  }

  async start(): Promise<void> {
    const program = execFileSync(process.execPath, [FIND], { encoding: 'utf8' }).trim()
    if (this.port === 0) this.port = await freePort()
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
    const child = spawn(
      program,
      ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder, ...durable],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    this.#child = child
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    await new Promise<void>((resolve, reject) => {
      child.once('exit', code => reject(new Error(`redis-server ended with ${code}`)))
      child.stdout.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) resolve()
      })
    })
  }

  async kill(): Promise<void> {
    if (this.#child !== undefined) await killed(this.#child)
  }

  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    this.#child?.kill(name)
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
