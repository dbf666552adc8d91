import type { Fault } from './faults/faults.ts'

/** A schedule that broke a rule once, as `npm run chaos` told it. */
export interface FailedOnce {
  /** What it is remembered by. */
  readonly name: string
  readonly seed: number
  readonly faults: readonly Fault[]
}

/** Played by every `npm test`. None has failed yet. */
export const FAILED_ONCE: readonly FailedOnce[] = []
