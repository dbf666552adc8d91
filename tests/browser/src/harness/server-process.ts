import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OpenedClass, openClass, signIn } from '@evenkeel/simulant'
import { repositoryRoot } from './repository-root.ts'

/** Built before the tests run. */
const MAIN = fileURLToPath(new URL('apps/server/dist/main.js', repositoryRoot))
export const PASSCODE = 'correct horse battery'

/** What `npm start` runs, with the built screens, over a data folder of its own; it can be killed and started again. */
export class ServerProcess {
  readonly #publicUrl: string | undefined
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-browser-'))
  #child: ChildProcess | undefined
  #port = 0

  /** `publicUrl`: under which people are told to reach it; the machine's own addresses if there is none. */
  constructor({ publicUrl }: { publicUrl?: string } = {}) {
    this.#publicUrl = publicUrl
  }

  get port(): number {
    return this.#port
  }

  get base(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Resolves when it answers. A second start takes the same port. */
  async start(): Promise<this> {
    // A server that is told another address says only that one.
    if (this.#port === 0) this.#port = await freePort()
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA_DIR: this.#dataDir,
        INSTRUCTOR_PASSCODE: PASSCODE,
        ...(this.#publicUrl !== undefined && { PUBLIC_URL: this.#publicUrl }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      let said = ''
      child.stdout?.on('data', chunk => {
        said += chunk
        if (/Instructor +http/.test(said)) resolve()
      })
      child.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
    })
    return this
  }

  /** kill -9. Resolves when the process is gone. */
  async kill(): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    this.#child = undefined
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  /** At the end of a file, whatever happened in it. */
  async clear(): Promise<void> {
    await this.kill()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  async openClass(choice: Partial<Parameters<typeof openClass>[1]> = {}): Promise<OpenedClass> {
    const browser = await signIn(this.base, { name: 'Ines', passcode: PASSCODE })
    return openClass(browser, { title: 'Evening shift', place: 'remote', ...choice })
  }
}

/** Below those that the system gives to whoever connects: else a browser could take it while the server is dead. */
const PORTS = { from: 20_000, count: 12_000 } as const

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const first = randomInt(PORTS.count)
  for (let n = 0; n < PORTS.count; n += 1) {
    const port = PORTS.from + ((first + n) % PORTS.count)
    if (await isFree(port)) return port
  }
  throw new Error('there is no port to be had')
}

function isFree(port: number): Promise<boolean> {
  const held = createServer()
  return new Promise(resolve => {
    held.once('error', () => resolve(false))
    held.listen(port, '127.0.0.1', () => held.close(() => resolve(true)))
  })
}
