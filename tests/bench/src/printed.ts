import type { Judged } from './void-runs.ts'

/** What one kind of bench found: for people, for `--json`, and how far it is to be believed. */
export interface Printed {
  readonly text: string
  readonly figures: object
  readonly judged: Judged
}
