import type { WireRefusal } from '@evenkeel/protocol'
import type { z } from 'zod'

/** A refusal over http, as a thing to catch: in a simulation it is unexpected unless a test asks for it. */
export class Refused extends Error {
  readonly kind: WireRefusal['kind']
  readonly status: number

  constructor(status: number, { kind, say }: Pick<WireRefusal, 'kind' | 'say'>) {
    super(say)
    this.name = 'Refused'
    this.kind = kind
    this.status = status
  }
}

/** One browser's cookies and requests: several seats may live in one. */
export class Browser {
  readonly base: string
  readonly #cookies = new Map<string, string>()
  /** Every answer's text, for tests that look through all that was ever sent. */
  readonly heard: string[] = []

  constructor(base: string) {
    this.base = base.replace(/\/$/, '')
  }

  /** The Cookie header, or undefined while there is none. */
  get cookies(): string | undefined {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`)
    return pairs.length === 0 ? undefined : pairs.join('; ')
  }

  /** Takes up cookies that an earlier run had, as `cookies` gave them. */
  bring(cookies: string): void {
    for (const pair of cookies.split('; ')) this.#keep(pair)
  }

  get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    return this.#ask('GET', path, undefined, schema)
  }

  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    return this.#ask('POST', path, body, schema)
  }

  /** Goes to a page, as a person who follows a link: only its cookies matter here. */
  async visit(path: string): Promise<number> {
    const response = await this.#fetch('GET', path, undefined)
    this.heard.push(await response.text())
    return response.status
  }

  async #ask<T>(method: string, path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const response = await this.#fetch(method, path, body)
    const text = await response.text()
    this.heard.push(text)
    const answer: unknown = text === '' ? {} : JSON.parse(text)
    if (!response.ok) throw new Refused(response.status, answer as WireRefusal)
    return schema.parse(answer)
  }

  async #fetch(method: string, path: string, body: unknown): Promise<Response> {
    const { cookies } = this
    const response = await fetch(`${this.base}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookies !== undefined && { cookie: cookies }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return response
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    const value = pair.slice(at + 1)
    if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}
