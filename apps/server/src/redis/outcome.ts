import { ClientClosedError, ClientOfflineError, ErrorReply } from 'redis'

/** Answers of a Redis that is there and has not run the command. */
const REFUSED = [
  'OOM',
  'MISCONF',
  'READONLY',
  'LOADING',
  'MASTERDOWN',
  'NOREPLICAS',
  'NOAUTH',
  'NOPERM',
  'BUSY',
  'WRONGPASS',
]

/**
 * Whether a command whose promise was rejected may have been carried out all the same. A command that was sent when the
 * connection broke, or whose answer is late, may have been: only the journal knows.
 */
export function outcomeOf(error: unknown): 'not-written' | 'unknown' {
  if (error instanceof ClientOfflineError || error instanceof ClientClosedError) return 'not-written'
  const refused = error instanceof ErrorReply && REFUSED.some(word => error.message.startsWith(word))
  return refused ? 'not-written' : 'unknown'
}

/** For the log: the kind of failure, never what was in the command. */
export function causeOf(error: unknown): string {
  if (error instanceof ErrorReply) return error.message.split(' ', 1)[0] ?? 'ERR'
  return error instanceof Error ? error.name : 'unknown'
}
