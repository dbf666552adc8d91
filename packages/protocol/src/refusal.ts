import type { RefusalKind } from '@evenkeel/classroom'
import { z } from 'zod'

/** Refusals of the class itself; their meaning is in the classroom's `RefusalKind`. */
const ofTheClass = [
  'invalid',
  'not-allowed',
  'moved-on',
  'wrong-phase',
  'gone',
  'taken',
  'limit',
  'locked',
  'closed',
] as const satisfies readonly RefusalKind[]

/**
 * Refusals of the server around it.
 *
 * - `bad-message`: not of any known shape
 * - `too-large`: over the size of one message
 * - `slow-down`: too many at once; the same command may be sent again after a pause
 * - `cannot-save`: the store does not take it right now; nothing happened, it may be sent again
 * - `unknown`: no such class, code, seat or screen
 * - `signed-out`: the cookie does not allow this (any more)
 * - `version`: the page is of another version than the server and must be loaded again
 * - `shutting-down`: the server is going; connect again
 */
const ofTheServer = [
  'bad-message',
  'too-large',
  'slow-down',
  'cannot-save',
  'unknown',
  'signed-out',
  'version',
  'shutting-down',
] as const

export const refusalKindSchema = z.enum([...ofTheClass, ...ofTheServer])
export type WireRefusalKind = z.infer<typeof refusalKindSchema>

export const refusalSchema = z.strictObject({
  ok: z.literal(false),
  kind: refusalKindSchema,
  /** One sentence for the person. */
  say: z.string(),
})
export type WireRefusal = z.infer<typeof refusalSchema>
