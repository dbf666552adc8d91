import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-browser-'))
  #child: ChildProcess | undefined
  #port = 0

  get port(): number {
    return this.#port
  }

  get base(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Resolves when it answers. A second start takes the same port. */
  async start(): Promise<this> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATA_DIR: this.#dataDir,
        INSTRUCTOR_PASSCODE: PASSCODE,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    this.#port = await new Promise<number>((resolve, reject) => {
      let said = ''
      child.stdout?.on('data', chunk => {
        said += chunk
        const port = /Instructor +http:\/\/localhost:(\d+)/.exec(said)?.[1]
        if (port !== undefined) resolve(Number(port))
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
