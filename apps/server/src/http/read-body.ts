import type { WireRefusal } from '@evenkeel/protocol'
import type { Request } from 'express'
import { z } from 'zod'
import { refusal } from './refuse.ts'

/** For requests that need no body. An empty object is fine. */
export const nothing = z.strictObject({})

/** What zod calls a value that has the right type and is not one of those that there are. */
const RANGES: ReadonlySet<string> = new Set(['too_big', 'too_small', 'invalid_value'])

type Read<T> = { readonly ok: true; readonly body: T } | { readonly refused: WireRefusal; readonly ok: false }

/**
 * The body of a request as its schema wants it. The schemas are strict: an extra field, `__proto__` among them, is
 * refused. `bounds` says in words which field is out of its range; nothing of what was sent is repeated.
 */
export function readBody<T>(
  schema: z.ZodType<T>,
  req: Request,
  bounds: Readonly<Record<string, string>> = {},
): Read<T> {
  const sent: unknown = req.body
  const read = schema.safeParse(sent === undefined && !hasBody(req) ? {} : sent)
  if (read.success) return { ok: true, body: read.data }
  const [first] = read.error.issues
  const field = String(first?.path[0] ?? '')
  const outOfRange = first !== undefined && RANGES.has(first.code)
  if (outOfRange && Object.hasOwn(bounds, field)) {
    return { ok: false, refused: refusal('invalid', bounds[field] ?? '') }
  }
  return { ok: false, refused: refusal('bad-message', "The server doesn't understand that request.") }
}

/** Was anything sent that is not JSON? The parser leaves such a body alone. */
export const hasBody = (req: Request): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
