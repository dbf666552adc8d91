import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { systemChance } from '../../chance.ts'
import type { Clock } from '../../clock.ts'
import { createServer, type EvenkeelServer } from '../../create-server.ts'
import { createMemoryStore } from '../../journal/memory.ts'
import type { StoredEvent } from '../../journal/port.ts'
import type { Store } from '../../journal/store.ts'
import { playbook } from '../app-under-test.ts'

const PASSCODE = 'correct horse battery'
const golden = new URL('../../../../../packages/classroom/src/golden/', import.meta.url)

/** A journal as a release wrote it: class 1 is assessed, class 2 and the one with a closing are practice. */
export const goldenEvents = (file: 'class-1' | 'class-2' | 'closing'): StoredEvent[] =>
  goldenFile(`release-0.1-${file}.jsonl`)

export const goldenFile = (file: string): StoredEvent[] =>
  readFileSync(new URL(file, golden), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

/** A clock that a test moves. Timers fire when it says so. */
class TestClock implements Clock {
  time = 1_800_100_000_000
  readonly #timers = new Map<object, { at: number; run: () => void }>()
  now = () => this.time
  after = (ms: number, run: () => void) => {
    const key = {}
    this.#timers.set(key, { at: this.time + ms, run })
    return () => void this.#timers.delete(key)
  }
  move(ms: number): void {
    this.time += ms
    for (const [key, { at, run }] of [...this.#timers]) {
      if (at > this.time) continue
      this.#timers.delete(key)
      run()
    }
  }
}

export interface Got {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // What a test expects is what it looks for.
  // biome-ignore lint/suspicious/noExplicitAny: the tests compare it as a whole
  readonly body: any
}

/** The whole server over a store, with classes put into its journal as they would have come to be there. */
export class RecordsUnderTest {
  readonly clock = new TestClock()
  readonly logged: string[] = []
  readonly store: Store
  readonly #server: EvenkeelServer
  readonly base: string

  private constructor(store: Store, server: EvenkeelServer, base: string) {
    this.store = store
    this.#server = server
    this.base = base
  }

  static async start(store: Store = createMemoryStore(), retentionDays?: number): Promise<RecordsUnderTest> {
    const logged: string[] = []
    const clock = new TestClock()
    const note = (about: object, what: string) => void logged.push(`${what} ${JSON.stringify(about)}`)
    const server = await createServer({
      store,
      clock,
      chance: systemChance,
      library: playbook,
      log: { info: note, warn: note, error: note },
      passcode: PASSCODE,
      retentionDays,
      addresses: () => [],
    })
    await new Promise<void>(resolve => server.http.listen(0, '127.0.0.1', resolve))
    const { port } = server.http.address() as AddressInfo
    const made = new RecordsUnderTest(store, server, `http://127.0.0.1:${port}`)
    Object.assign(made, { clock, logged })
    return made
  }

  stop(): Promise<void> {
    return this.#server.stop()
  }

  async signIn(name: string): Promise<Instructor> {
    const answer = await fetch(`${this.base}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, passcode: PASSCODE }),
    })
    const cookie = answer.headers
      .getSetCookie()
      .map(each => each.split(';')[0])
      .join('; ')
    const { instructor } = (await answer.json()) as { instructor: { id: string } }
    return new Instructor(this.base, cookie, instructor.id)
  }

  /** Puts a class into the store, with these names by person id. */
  async keep(
    owner: Instructor,
    events: readonly StoredEvent[],
    names: Readonly<Record<string, { name: string; staffNumber?: string }>> = {},
  ): Promise<string> {
    const [opened] = events
    if (opened === undefined) throw new Error('a class begins with its opening')
    const { classId, title } = opened.data as { classId: string; title: string }
    const { epoch } = await this.store.journal.create(classId)
    const written = Object.entries(names).map(([personId, name]) => ({ personId, nameVersion: 1, ...name }))
    await this.store.journal.append({ classId, epoch, expectedSeq: 0, events, names: written })
    const closed = events.find(({ type }) => type === 'ClassClosed')
    await this.store.people.putClass({
      classId,
      title,
      code: classId.slice(-6).toUpperCase(),
      ownerId: owner.id,
      openedAt: opened.at,
      ...(closed && { closedAt: closed.at }),
    })
    return classId
  }
}

/** The same journal as another class. */
export const asClass = (classId: string, events: readonly StoredEvent[]): StoredEvent[] =>
  events.map(event =>
    event.type === 'ClassOpened' ? { ...event, data: { ...(event.data as object), classId } } : event,
  )

/** An instructor's browser. */
export class Instructor {
  readonly #base: string
  readonly cookie: string
  readonly id: string

  constructor(base: string, cookie: string, id: string) {
    this.#base = base
    this.cookie = cookie
    this.id = id
  }

  async send(method: string, path: string, body?: object | string): Promise<Got> {
    const raw = typeof body === 'string' || body instanceof Uint8Array
    const answer = await fetch(`${this.#base}/api/records${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        ...(!raw && body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const json = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, headers: answer.headers, text, body: json ? parsed(text) : undefined }
  }

  get = (path: string) => this.send('GET', path)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
