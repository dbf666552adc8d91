import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PASSCODE } from './parts.ts'

/** Built before the tests run: Node 20 starts no TypeScript. */
const MAIN = fileURLToPath(new URL('../../../../apps/server/dist/main.js', import.meta.url))

/** What `npm start` runs, as a process of its own, with nothing but this environment. */
export class MainProcess {
  readonly child: ChildProcess
  stdout = ''
  stderr = ''
  /** Resolves when it has ended, with its exit code. */
  readonly ended: Promise<number | null>

  constructor(environment: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: '0',
        INSTRUCTOR_PASSCODE: PASSCODE,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stderr?.on('data', chunk => {
      this.stderr += chunk
    })
    this.ended = new Promise(resolve => this.child.once('close', resolve))
  }

  /** The address on which it says that it runs. Rejects if it ends before. */
  running(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.child.stdout?.on('data', chunk => {
        this.stdout += chunk
        const port = /Instructor +http:\/\/localhost:(\d+)/.exec(this.stdout)?.[1]
        if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
      })
      void this.ended.then(code => reject(new Error(`it ended with ${code}: ${this.stderr}`)))
    })
  }
}
