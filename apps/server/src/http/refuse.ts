import type { WireRefusal, WireRefusalKind } from '@evenkeel/protocol'
import type { Response } from 'express'
import { StoreUnavailableError } from '../journal/port.ts'
import type { HttpParts } from './parts.ts'

const STATUS = {
  invalid: 400,
  'not-allowed': 403,
  'moved-on': 409,
  'wrong-phase': 409,
  gone: 410,
  taken: 409,
  limit: 409,
  locked: 403,
  closed: 409,
  'bad-message': 400,
  'too-large': 413,
  'slow-down': 429,
  'cannot-save': 503,
  unknown: 404,
  'signed-out': 401,
  version: 409,
  'shutting-down': 503,
} as const satisfies Record<WireRefusalKind, number>

export const refusal = (kind: WireRefusalKind, say: string): WireRefusal => ({ ok: false, kind, say })

/** Answers with a refusal; its status follows its kind unless another one says more. */
export function sendRefusal(
  res: Response,
  refused: WireRefusal,
  status: number = STATUS[refused.kind],
): void {
  const { ok, kind, say } = refused
  res.status(status).json({ ok, kind, say })
}

export const signedOut = refusal('signed-out', 'Sign in as an instructor first.')

/** `waitMs`: until another try is welcome; also told to programs, in seconds, as `Retry-After`. */
export function sendSlowDown(res: Response, what: string, waitMs: number): void {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  res.set('Retry-After', String(seconds))
  sendRefusal(res, refusal('slow-down', slowDownText(what, waitMs)))
}

export const slowDownText = (what: string, waitMs: number): string =>
  `${what} Try again in ${inWords(Math.max(1, Math.ceil(waitMs / 1000)))}.`

function inWords(seconds: number): string {
  const [count, unit] = seconds < 100 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** The rest of the body is not waited for. */
export function sendTooLarge(res: Response): void {
  res.set('Connection', 'close')
  sendRefusal(res, refusal('too-large', 'That is too large to send.'))
}

/**
 * Whatever was thrown on the way, as a refusal. A store that can't save and a request that can't be read are nobody's
 * bug; everything else is, and is logged by its name and its frames only: a message could hold what a person typed.
 */
export function sendThrown(parts: Pick<HttpParts, 'log'>, res: Response, thrown: unknown): void {
  const status = clientStatus(thrown)
  if (res.headersSent) {
    res.destroy()
  } else if (thrown instanceof StoreUnavailableError) {
    sendRefusal(res, refusal('cannot-save', "The server can't save right now. Try again in a moment."))
  } else if (isNotUtf8(thrown)) {
    sendRefusal(res, refusal('bad-message', 'That is not UTF-8 text. Save it as UTF-8 and try again.'))
  } else if (status === 413) {
    sendTooLarge(res)
  } else if (status !== undefined) {
    sendRefusal(res, refusal('bad-message', "The server can't read that request."), status)
  } else {
    parts.log.error(aboutError(thrown), 'a request failed')
    res.status(500).json(refusal('cannot-save', 'Something went wrong on the server. Try again.'))
  }
}

/** The body parser wraps what its check throws, and keeps the status. */
const isNotUtf8 = (thrown: unknown): boolean =>
  thrown instanceof Error && 'type' in thrown && thrown.type === 'entity.verify.failed'

/** The 4xx status that express and its body parser give to errors of the request itself. */
function clientStatus(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('status' in thrown) || typeof thrown.status !== 'number')
    return undefined
  return thrown.status >= 400 && thrown.status < 500 ? thrown.status : undefined
}

function aboutError(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { error: typeof thrown }
  const frames = (thrown.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { error: thrown.name, frames: frames.map(line => line.trim()) }
}
