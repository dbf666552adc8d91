import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from 'redis'

/** Set by hand it is used; otherwise the project's own script knows where the program is, or says that it is missing. */
const FIND = fileURLToPath(new URL('../../../../scripts/redis-server.mjs', import.meta.url))

/** As the operator guide asks for. */
export const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
/** What is written anew stands in its files as it was said: packed, a word would be there and not be found. */
export const IN_PLAIN_WORDS = [...DURABLE, '--aof-use-rdb-preamble', 'no', '--rdbcompression', 'no']

/** A real Redis in a folder of its own, for tests. */
export class RedisProcess {
  readonly port: number
  readonly folder: string
  readonly #file: readonly string[]
  readonly #args: readonly string[]
  #process: ChildProcess | undefined

  private constructor(port: number, folder: string, args: readonly string[], file: readonly string[]) {
    this.#file = file
    this.port = port
    this.folder = folder
    this.#args = args
  }

  /** `settings` are the lines of a file, for what keeps its own notes in it. */
  static async start(options: readonly string[] = DURABLE, settings?: string): Promise<RedisProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'evenkeel-redis-'))
    const file = join(folder, 'settings.conf')
    if (settings !== undefined) await writeFile(file, settings)
    const made = new RedisProcess(await freePort(), folder, options, settings === undefined ? [] : [file])
    await made.start()
    return made
  }

  async start(): Promise<void> {
    const program = execFileSync(process.execPath, [FIND], { encoding: 'utf8' }).trim()
    const own = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder]
    const started = spawn(program, [...this.#file, ...own, ...this.#args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve, reject) => {
      started.once('exit', code => reject(new Error(`redis-server ended with ${code}`)))
      started.stdout.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections') || text.includes('Sentinel ID is')) resolve()
      })
    })
    this.#process = started
  }

  async kill(): Promise<void> {
    const ending = this.#process
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise(resolve => ending.once('exit', resolve))
    ending.kill('SIGKILL')
    await gone
  }

  /** It takes connections and commands, and says nothing until it goes on. */
  freeze(): void {
    this.#process?.kill('SIGSTOP')
  }

  goOn(): void {
    this.#process?.kill('SIGCONT')
  }

  /** As somebody at its command line. */
  async operator() {
    const client = createClient({ url: `redis://127.0.0.1:${this.port}` })
    client.on('error', () => {})
    await client.connect()
    return client
  }

  /** Everything that it has on disk. */
  async bytes(): Promise<Buffer> {
    const names = await readdir(this.folder, { recursive: true, withFileTypes: true })
    const files = names.filter(entry => entry.isFile())
    try {
      return Buffer.concat(await Promise.all(files.map(each => readFile(join(each.parentPath, each.name)))))
    } catch (error) {
      // While Redis writes a file anew it gives it another name: what was in it is in the next list.
      if (isGone(error)) return this.bytes()
      throw error
    }
  }

  async end(): Promise<void> {
    await this.kill()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** Free a moment ago. Not above 55,535: a Redis Cluster also takes the port 10,000 higher. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const server = createServer()
      server.once('error', reject)
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
      })
    })
    if (port < 55_536) return port
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
