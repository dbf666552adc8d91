import type { AppendBatch, NameWrite, StoredEvent } from './port.ts'
import type { Reply } from './reply.ts'

/**
 * What passes between the server's thread and the store's thread: one string a message, which crosses threads several times
 * cheaper than an object. An append is two lines, a JSON head and the events' data as they are stored: the store's thread
 * cuts them apart by their lengths and never parses them. The appends of one commit are one message, `A` and their lines.
 * Any other request is plain JSON.
 */
export interface AppendRequest {
  readonly classId: string
  readonly epoch: string
  readonly expectedSeq: number
  readonly events: readonly EventRow[]
  readonly names: readonly NameWrite[] | undefined
}

export type EventRow = [at: number, actor: string, commandId: string, type: string, v: number, data: string]

export interface RewriteRequest {
  readonly classId: string
  /** The head that `changed` was made from; if the class has moved since, nothing is written. */
  readonly epoch: string
  readonly seq: number
  readonly changed: readonly (readonly [seq: number, v: number, data: string])[]
}

export interface CallRequest {
  readonly id: number
  readonly call: string
  readonly args: readonly unknown[]
}

const APPEND = 'A'

type AppendHead = [
  id: number,
  classId: string,
  epoch: string,
  expectedSeq: number,
  names: readonly NameWrite[] | 0,
  ...events: (number | string)[],
]

export function encodeAppend(id: number, batch: AppendBatch): string {
  const names = batch.names === undefined || batch.names.length === 0 ? 0 : batch.names
  const head: AppendHead = [id, batch.classId, batch.epoch, batch.expectedSeq, names]
  let texts = ''
  for (const { at, actor, commandId, type, v, data } of batch.events) {
    const text = JSON.stringify(data)
    head.push(at, actor, commandId, type, v, text.length)
    texts += text
  }
  return `${JSON.stringify(head)}\n${texts}`
}

export const joinAppends = (appends: readonly string[]): string => `${APPEND}${appends.join('\n')}`

export const isAppends = (message: string): boolean => message.startsWith(APPEND)

interface Append {
  readonly id: number
  readonly request: AppendRequest
}

export function decodeAppends(message: string): readonly Append[] {
  const appends: Append[] = []
  // JSON text never holds a raw newline.
  for (let from = APPEND.length; from < message.length; ) {
    const end = message.indexOf('\n', from)
    const next = message.indexOf('\n', end + 1)
    const to = next < 0 ? message.length : next
    appends.push(decodeAppend(message.slice(from, end), message.slice(end + 1, to)))
    from = to + 1
  }
  return appends
}

function decodeAppend(head: string, texts: string): Append {
  const [id, classId, epoch, expectedSeq, names, ...flat]: AppendHead = JSON.parse(head)
  const events: EventRow[] = []
  let from = 0
  for (let i = 0; i < flat.length; i += 6) {
    const to = from + Number(flat[i + 5])
    events.push([
      Number(flat[i]),
      String(flat[i + 1]),
      String(flat[i + 2]),
      String(flat[i + 3]),
      Number(flat[i + 4]),
      texts.slice(from, to),
    ])
    from = to
  }
  return { id, request: { classId, epoch, expectedSeq, events, names: names === 0 ? undefined : names } }
}

export const encodeCall = (id: number, call: string, args: readonly unknown[]): string =>
  JSON.stringify({ id, call, args } satisfies CallRequest)

export const decodeCall = (message: string): CallRequest => JSON.parse(message)

type EventPageRow = [
  seq: number,
  at: number,
  v: number,
  names: [actor: string, commandId: string, type: string],
  data: unknown,
]

/** A page as `ClassTables.read` writes it. */
export const decodePage = (rows: readonly EventPageRow[]): readonly StoredEvent[] =>
  rows.map(([seq, at, v, [actor, commandId, type], data]) => ({ seq, at, actor, commandId, type, v, data }))

/** An answer as it arrives. Only the caller knows what type the value has, hence `never`. */
export type Answer =
  | { readonly value: never }
  | { readonly refused: string }
  | { readonly unavailable: 'not-written' | 'unknown'; readonly cause: string }

/** All answers of one commit in one message. */
export function encodeAnswers(answers: readonly (readonly [id: number, reply: Reply])[]): string {
  const texts = answers.map(([id, reply]) =>
    'json' in reply ? `[${id},{"value":${reply.json}}]` : `[${id},${JSON.stringify(reply)}]`,
  )
  return `[${texts.join(',')}]`
}

export const decodeAnswers = (message: string): readonly (readonly [id: number, answer: Answer])[] =>
  JSON.parse(message)

/** Why the store's thread could not open the file. */
export interface StartProblem {
  readonly problem: 'newer' | 'cannot-open'
  readonly cause: string
}
