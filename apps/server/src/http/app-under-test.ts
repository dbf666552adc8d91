import { createHash } from 'node:crypto'
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadCards } from '@evenkeel/playbook/cards'
import { parseSetCookie, type SetCookie } from 'cookie'
import { type Access, openAccess } from '../access/open-access.ts'
import type { RandomBytes } from '../access/tokens.ts'
import { CardLibrary } from '../cards/card-library.ts'
import { MemoryCards } from '../cards/memory.ts'
import { MemoryClaims } from '../claims/memory.ts'
import { createMemoryStore } from '../journal/memory.ts'
import { MemoryPeople } from '../people/memory.ts'
import { MemoryRecords } from '../records/memory.ts'
import { openRecords } from '../records/open-records.ts'
import type { LiveClasses } from './classes-port.ts'
import { createApp } from './create-app.ts'
import { FakeClasses } from './fake-classes.ts'
import type { HttpParts } from './parts.ts'

/** One answer as it came over the wire. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The body as JSON; undefined when it is none. */
  readonly body: unknown
  readonly cookies: readonly SetCookie[]
}

export interface Sending {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** The tests sign in hundreds of times; how strong the hash is, is not what they look at. */
const QUICK = { logN: 4, r: 1, p: 1 }

/** The first three cards that ship. */
export const playbook = {
  cards: new Map(
    loadCards()
      .slice(0, 3)
      .map(({ hash, card }) => [hash, card]),
  ),
}

export const PASSCODE = 'correct horse battery'

/** Random bytes that are the same in every run. */
export function seededBytes(seed: string): RandomBytes {
  let drawn = 0
  return count => {
    const blocks: Buffer[] = []
    for (let have = 0; have < count; have += 32) {
      blocks.push(createHash('sha256').update(`${seed} ${drawn++}`).digest())
    }
    return Buffer.concat(blocks).subarray(0, count)
  }
}

/** A browser: it keeps cookies and sends them back. */
export class Browser {
  readonly jar = new Map<string, string>()
  readonly #app: AppUnderTest

  constructor(app: AppUnderTest) {
    this.#app = app
  }

  async send(path: string, sending: Sending = {}): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie !== '' && { cookie }), ...sending.headers }
    const answer = await this.#app.send(path, { ...sending, headers })
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === undefined || maxAge === 0) this.jar.delete(name)
      else this.jar.set(name, value)
    }
    return answer
  }

  get(path: string): Promise<Answer> {
    return this.send(path)
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    if (body === undefined) return this.send(path, { method: 'POST', headers })
    const type = { 'content-type': 'application/json', ...headers }
    return this.send(path, { method: 'POST', headers: type, body: JSON.stringify(body) })
  }
}

/** The real app on a real port, with a fake behind the class port, a memory store and a clock that the test moves. */
export class AppUnderTest {
  readonly clock = { time: 1_800_000_000_000, now: () => this.clock.time }
  readonly people = new MemoryPeople()
  readonly claims = new MemoryClaims(this.people)
  readonly classes: FakeClasses
  readonly ownCards = new MemoryCards()
  readonly records = new MemoryRecords()
  readonly logged: string[] = []
  /** Every answer so far, without its Set-Cookie headers: where no secret may be. */
  readonly shown: string[] = []
  writable = true
  stopping = false
  #access: Access | undefined
  #port = 0
  #close: () => Promise<void> = async () => {}

  private constructor() {
    this.classes = new FakeClasses()
  }

  static async start(
    more: Partial<Pick<HttpParts, 'publicUrl' | 'webDir'>> & {
      passcode?: string | undefined
      seed?: string
      wrapClasses?: (classes: FakeClasses) => LiveClasses
    } = {},
  ): Promise<AppUnderTest> {
    const { passcode = PASSCODE, seed = 'http', wrapClasses, ...settings } = more
    const app = new AppUnderTest()
    const { clock, people } = app
    const random = seededBytes(seed)
    const note = (about: object, what: string) => void app.logged.push(`${what} ${JSON.stringify(about)}`)
    app.#access = await openAccess({ people, clock, random, passcode, scryptCost: QUICK })
    const server = createServer(
      createApp({
        ...settings,
        access: app.#access,
        people,
        claims: app.claims,
        cards: await CardLibrary.open(playbook, app.ownCards, clock.now),
        clock,
        random,
        records: openRecords({
          journal: createMemoryStore().journal,
          people,
          records: app.records,
          clock,
          live: app.classes,
        }),
        journal: { writable: async () => app.writable },
        classes: wrapClasses?.(app.classes) ?? app.classes,
        log: { info: note, warn: note, error: note },
        addresses: () => ['http://192.168.7.7:3000'],
        stopping: () => app.stopping,
      }),
    )
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    app.#port = (server.address() as AddressInfo).port
    app.#close = () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    return app
  }

  get access(): Access {
    if (this.#access === undefined) throw new Error('not started')
    return this.#access
  }

  get host(): string {
    return `127.0.0.1:${this.#port}`
  }

  close(): Promise<void> {
    return this.#close()
  }

  browser(): Browser {
    return new Browser(this)
  }

  /** Somebody who is signed in as this instructor; the first of an app is its owner. */
  async instructor(name = 'Ana Instructor'): Promise<Browser> {
    const browser = this.browser()
    const answer = await browser.post('/api/sign-in', { name, passcode: PASSCODE })
    if (answer.status !== 200) throw new Error(`sign-in gave ${answer.status}`)
    return browser
  }

  /** Opens a class and gives its id and code. */
  async openClass(by: Browser, title = 'Night shift'): Promise<{ class: string; code: string }> {
    const { body } = await by.post('/api/classes', {
      title,
      minutes: 90,
      kind: 'practice',
      place: 'same-room',
    })
    const head: unknown = body
    if (typeof head !== 'object' || head === null || !('class' in head) || !('code' in head)) {
      throw new Error('no class was opened')
    }
    return { class: String(head.class), code: String(head.code) }
  }

  /** Sends through node's own http client, which lets a test choose every header. */
  send(path: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = httpRequest(
        { host: '127.0.0.1', port: this.#port, path, method, headers, agent: false },
        answered => {
          const chunks: Buffer[] = []
          answered.on('data', chunk => chunks.push(chunk))
          answered.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8')
            const { 'set-cookie': set = [], ...others } = answered.headers
            this.shown.push(`${JSON.stringify(others)} ${text}`)
            resolve({
              status: answered.statusCode ?? 0,
              headers: answered.headers,
              text,
              body: jsonOrNothing(text),
              cookies: set.map(one => parseSetCookie(one)),
            })
          })
        },
      )
      asked.on('error', reject)
      if (body !== undefined) asked.write(body)
      asked.end()
    })
  }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
