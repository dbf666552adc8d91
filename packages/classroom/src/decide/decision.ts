import type { Happening } from '../event.ts'
import { type Refusal, refuse } from '../refusal.ts'

export interface Accepted {
  readonly ok: true
  /** May be empty: asking for what already is so is no mistake. */
  readonly events: readonly Happening[]
}

export type Decision = Accepted | Refusal

export const happen = (...events: readonly Happening[]): Accepted => ({ ok: true, events })

/** The command asks for what already is so. */
export const already = happen()

export const gone = (what: string): Refusal => refuse('gone', `${what} is not in this class.`)
