import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PASSCODE } from './passcode.ts'

/** Built before the tests run: Node 20 starts no TypeScript. */
const MAIN = fileURLToPath(new URL('../../../../apps/server/dist/main.js', import.meta.url))

/** What `npm start` runs, as a process of its own. */
export class NodeProcess {
  readonly #child: ChildProcess
  readonly ended: Promise<number | null>
  stdout = ''
  stderr = ''

  constructor(environment: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'silent',
        INSTRUCTOR_PASSCODE: PASSCODE,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stderr?.on('data', chunk => {
      this.stderr += chunk
    })
    this.ended = new Promise(resolve => this.#child.once('close', resolve))
  }

  /** The port on which it says that it runs. Rejects if it ends before. */
  running(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#child.stdout?.on('data', chunk => {
        this.stdout += chunk
        const port = /Instructor +http:\/\/localhost:(\d+)/.exec(this.stdout)?.[1]
        if (port !== undefined) resolve(Number(port))
      })
      void this.ended.then(code => reject(new Error(`it ended with ${code}: ${this.stderr}`)))
    })
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal)
    return this.ended
  }
}
