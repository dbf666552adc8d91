import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ServerUse } from './figures.ts'

/** `bare`: Socket.IO and nothing else. `tutorial`: its documentation's chat, which stores each message. `cluster`: Evenkeel on Redis. */
export type SubjectName = 'bare' | 'tutorial' | 'evenkeel' | 'cluster'

/** A server under load, in a process of its own. Both kinds answer the same questions over the channel. */
export class Subject {
  readonly name: SubjectName
  readonly #child: ChildProcess
  readonly base: string

  private constructor(name: SubjectName, child: ChildProcess, port: number) {
    this.name = name
    this.#child = child
    this.base = `http://127.0.0.1:${port}`
  }

  /** `screens`: Evenkeel serves its pages too. */
  static async start(name: SubjectName, { screens = false } = {}): Promise<Subject> {
    const entry = fileURLToPath(new URL(`${name}-server.js`, import.meta.url))
    const child = fork(entry, screens ? ['screens'] : [], {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const { port } = await told<{ port: number }>(child)
    return new Subject(name, child, port)
  }

  /** `settle` collects garbage first, for figures of memory. */
  async use(settle = false): Promise<ServerUse> {
    this.#child.send({ use: settle ? 'settled' : 'now' })
    return told<ServerUse>(this.#child)
  }

  async stop(): Promise<void> {
    const gone = new Promise(resolve => this.#child.once('exit', resolve))
    this.#child.send({ stop: true })
    await gone
  }
}

function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', message => resolve(message as T))
    child.once('exit', code => reject(new Error(`a server ended with ${code}`)))
  })
}
