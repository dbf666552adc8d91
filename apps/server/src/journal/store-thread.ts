import { Worker } from 'node:worker_threads'
import { CommitPace } from './commit-pace.ts'
import type { AppendBatch, AppendResult, StoredEvent } from './port.ts'
import { StoreUnavailableError } from './port.ts'
import { decodeAnswers, encodeAppend, encodeCall, joinAppends, type StartProblem } from './thread-messages.ts'

/**
 * A worker can't run TypeScript on Node 20. From `dist` the built file lies beside this one; from `src` (tests) the same
 * file is taken out of `dist`, which Turborepo builds before the tests run.
 */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/journal/sqlite-worker.js' : './sqlite-worker.js',
  import.meta.url,
)

export class StoreStartError extends Error {
  readonly problem: StartProblem['problem']

  constructor({ problem, cause }: StartProblem) {
    super(cause)
    this.problem = problem
  }
}

interface Pending {
  readonly append: boolean
  resolve(value: never): void
  reject(error: Error): void
  unavailable(outcome: 'not-written' | 'unknown', cause: string): void
}

type Appended = (classId: string, events: readonly StoredEvent[]) => void

/** The server's side of the store's thread: sends requests, settles them as answers come. */
export class StoreThread {
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  readonly #appended: Appended
  /** Appends that wait for the next commit, as they will be sent. */
  #waiting: string[] = []
  readonly #pace = new CommitPace(() => {
    const waiting = this.#waiting
    this.#waiting = []
    this.#worker.postMessage(joinAppends(waiting))
  })
  #lastId = 0
  /** Why nothing is accepted any more. */
  #ended: string | undefined

  private constructor(worker: Worker, appended: Appended) {
    this.#worker = worker
    this.#appended = appended
    worker.on('message', (message: string) => {
      const answers = decodeAnswers(message)
      this.#pace.answered(answers.filter(([id]) => this.#pending.get(id)?.append).length)
      for (const [id, answer] of answers) {
        const pending = this.#pending.get(id)
        this.#pending.delete(id)
        if (pending === undefined) continue
        if ('refused' in answer) pending.reject(new Error(answer.refused))
        else if ('unavailable' in answer) pending.unavailable(answer.unavailable, answer.cause)
        else pending.resolve(answer.value)
      }
    })
    worker.on('error', error => this.#end(error.message))
    worker.on('exit', () => this.#end('the store has ended'))
  }

  /** Resolves when the file is open. Rejects with `StoreStartError`. `appended` hears of every commit before its writer. */
  static async start(path: string, appended: Appended): Promise<StoreThread> {
    const worker = new Worker(workerFile, { workerData: path, execArgv: [] })
    const first = await new Promise<string>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    const started: Partial<StartProblem> = JSON.parse(first)
    if (started.problem !== undefined) {
      throw new StoreStartError({ problem: started.problem, cause: started.cause ?? '' })
    }
    return new StoreThread(worker, appended)
  }

  append(batch: AppendBatch): Promise<AppendResult> {
    if (this.#ended !== undefined) return Promise.resolve(unavailable('not-written', this.#ended))
    const id = this.#nextId()
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {
        append: true,
        resolve: (result: AppendResult) => {
          if (result.ok) this.#appended(batch.classId, batch.events)
          resolve(result)
        },
        reject,
        unavailable: (outcome, cause) => resolve(unavailable(outcome, cause)),
      })
      this.#waiting.push(encodeAppend(id, batch))
      this.#pace.more()
    })
  }

  /** One of the calls in calls.ts. The caller states the type of the answer: both sides are this release's code. */
  call<T>(name: string, ...args: readonly unknown[]): Promise<T> {
    if (this.#ended !== undefined)
      return Promise.reject(new StoreUnavailableError('not-written', this.#ended))
    return this.#send(name, args)
  }

  /** Everything sent before is answered first. */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return
    const exited = new Promise(resolve => this.#worker.once('exit', resolve))
    const closed = this.#send('close', [])
    this.#ended = 'closed'
    await closed
    await exited
  }

  #send<T>(name: string, args: readonly unknown[]): Promise<T> {
    const id = this.#nextId()
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {
        append: false,
        resolve,
        reject,
        unavailable: (outcome, cause) => reject(new StoreUnavailableError(outcome, cause)),
      })
      // What was appended before it is seen by it.
      this.#pace.sendNow()
      this.#worker.postMessage(encodeCall(id, name, args))
    })
  }

  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  #end(cause: string): void {
    this.#ended ??= cause
    for (const pending of this.#pending.values()) pending.unavailable('unknown', cause)
    this.#pending.clear()
  }
}

const unavailable = (outcome: 'not-written' | 'unknown', cause: string): AppendResult => ({
  ok: false,
  kind: 'unavailable',
  outcome,
  cause,
})
