import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Built before the tests run: Node 20 starts no TypeScript. */
const ENTRY = fileURLToPath(new URL('../../dist/harness/server-entry.js', import.meta.url))

/** A server in its own process, which a test may kill and start again over the same data folder and port. */
export class ServerApart {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-test-'))
  #child: ChildProcess | undefined
  #port = 0
  #now = Date.UTC(2026, 8, 1, 9)

  get base(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get now(): number {
    return this.#now
  }

  async start(): Promise<void> {
    const child = fork(ENTRY, [this.dataDir, String(this.#port), String(this.#now)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // The test runner's own flags are not for the server.
      execArgv: [],
    })
    this.#child = child
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    const { port } = await answerOf<{ port: number }>(child, 'port')
    this.#port = port
  }

  /** Moves the server's time. Resolves when everything that was due has begun. */
  async advance(ms: number): Promise<void> {
    const child = this.#running()
    const moved = answerOf<{ now: number }>(child, 'now')
    child.send({ advance: ms })
    this.#now = (await moved).now
  }

  /** Time that passes while no server runs. */
  pass(ms: number): void {
    this.#now += ms
  }

  /** kill -9, or another signal. Resolves when the process is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#running()
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill(signal)
    await gone
    this.#child = undefined
  }

  /** A graceful stop; gives the process's exit code. */
  async stop(): Promise<number | null> {
    const child = this.#running()
    const gone = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
    child.send({ stop: true })
    this.#child = undefined
    return gone
  }

  /** At the end of a test, whatever happened in it. */
  async clear(): Promise<void> {
    if (this.#child !== undefined) await this.kill()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  #running(): ChildProcess {
    if (this.#child === undefined) throw new Error('the server is not running')
    return this.#child
  }
}

function answerOf<T extends object>(child: ChildProcess, key: keyof T & string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !(key in message)) return
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(message as T)
    }
    const onExit = (code: number | null) => reject(new Error(`the server ended with ${code}`))
    child.on('message', onMessage)
    child.once('exit', onExit)
  })
}
