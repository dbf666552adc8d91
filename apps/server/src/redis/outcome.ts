import { ClientClosedError, ClientOfflineError, ErrorReply } from 'redis'

/** Answers of a Redis that is there and has not run the command. */
const REFUSED = [
  ...['OOM', 'MISCONF', 'READONLY', 'LOADING', 'MASTERDOWN', 'NOREPLICAS', 'NOSCRIPT', 'BUSY'],
  ...['NOAUTH', 'NOPERM', 'WRONGPASS', 'CLUSTERDOWN', 'TRYAGAIN', 'MOVED', 'ASK'],
]

/** Redis did not do as it was asked, or did not say so. Holds no content. */
export class RedisFailed extends Error {
  readonly outcome: 'not-written' | 'unknown'
  /** The first word of Redis' own answer, or the kind of failure. */
  readonly word: string

  constructor(outcome: 'not-written' | 'unknown', word: string) {
    super(`Redis did not do it: ${word}`)
    this.name = 'RedisFailed'
    this.outcome = outcome
    this.word = word
  }
}

/**
 * Whether a command whose promise was rejected may have been carried out all the same. A command that was sent when the
 * connection broke, or whose answer is late, may have been: only the journal knows.
 */
export function outcomeOf(error: unknown): 'not-written' | 'unknown' {
  if (error instanceof RedisFailed) return error.outcome
  if (error instanceof ClientOfflineError || error instanceof ClientClosedError) return 'not-written'
  const refused = error instanceof ErrorReply && REFUSED.includes(firstWord(error))
  return refused ? 'not-written' : 'unknown'
}

/** For the log: the kind of failure, never what was in the command. */
export function causeOf(error: unknown): string {
  if (error instanceof RedisFailed) return error.word
  if (error instanceof ErrorReply) return firstWord(error)
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? String(error.code) : error.name === 'Error' ? error.constructor.name : error.name
}

const firstWord = (error: Error): string => error.message.split(' ', 1)[0] ?? 'ERR'
