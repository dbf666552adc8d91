import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ended, killed } from './ending-child.ts'

/** Built before it runs: Node 20 starts no TypeScript. */
const entryOf = (name: string) => fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url))

/** The server in a process of its own, always on the port that it got first. */
export class ServerProcess {
  port = 0
  readonly #dataDir: string
  readonly #bug: string
  readonly #redisUrl: string
  readonly #entry: string
  /** Until it is gone. */
  #child: ChildProcess | undefined
  #ending = false

  /** `redisUrl`: one of several servers on that Redis. `entry`: the built file that is run. */
  constructor(dataDir: string, bug = '', redisUrl = '', entry = 'server-entry') {
    this.#entry = entryOf(entry)
    this.#dataDir = dataDir
    this.#bug = bug
    this.#redisUrl = redisUrl
  }

  /** It is there, and was not told to go. */
  get running(): boolean {
    return this.#child !== undefined && !this.#ending
  }

  async start(): Promise<void> {
    const child = fork(this.#entry, [this.#dataDir, String(this.port), this.#bug, this.#redisUrl], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
    })
    this.#child = child
    this.#ending = false
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    this.port = (await answerOf<{ port: number }>(child, 'port')).port
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  async kill(): Promise<void> {
    if (this.#child === undefined) return
    this.#ending = true
    await killed(this.#child)
  }

  /**
   * As an operator stops it: everybody is told, what is in flight is finished. Rejects when it is not gone `within` so
   * many ms; then it was killed.
   */
  async stop(within?: number): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    this.#ending = true
    // Who ends in this moment hears nothing more, and need not.
    const ask = () => void (child.connected && child.send({ stop: true }, () => {}))
    await ended(child, ask, within)
  }

  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    this.#child?.kill(name)
  }

  async jump(ms: number): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    const jumped = answerOf(child, 'jumped')
    child.send({ jump: ms })
    await jumped
  }

  /**
   * The disk is full for this process, or has room again: no file of it may grow beyond so many bytes. False where the
   * system has no `prlimit`.
   */
  limitFiles(bytes: number | 'unlimited'): boolean {
    const pid = String(this.pid)
    return spawnSync('prlimit', ['--pid', pid, `--fsize=${bytes}:unlimited`]).status === 0
  }

  /**
   * From now on the system refuses every write to a file, as a disk does that the kernel made read-only after a fault: the files
   * are open already. The answer mends it. Undefined where there is no `strace` or it may not.
   */
  async refuseWrites(): Promise<(() => Promise<void>) | undefined> {
    const calls = 'pwrite64,pwritev,fsync,fdatasync,ftruncate'
    const options = ['-f', '-p', String(this.pid), '-o', '/dev/null', '-e', `trace=${calls}`]
    const child = spawn('strace', [...options, '-e', `inject=${calls}:error=EROFS`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const gone = new Promise<void>(resolve => {
      child.once('close', () => resolve())
      child.once('error', () => resolve())
    })
    const attached = await new Promise<boolean>(resolve => {
      child.stderr.on('data', (text: Buffer) => {
        if (text.includes('attached')) resolve(true)
      })
      void gone.then(() => resolve(false))
    })
    if (!attached) return undefined
    return async () => {
      child.kill('SIGINT')
      await gone
    }
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
