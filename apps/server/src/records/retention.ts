import type { ClassRecord } from '../people/port.ts'
import type { ClassRows } from './class-rows.ts'

const DAY = 24 * 3_600_000

export interface Kept {
  /** Days after its end; null: until somebody deletes it. */
  readonly days: number | null
  readonly by: 'class' | 'deployment'
  /** Server time from which on it is deleted; null: never, or not while it is open. */
  readonly goesAt: number | null
}

/**
 * How long a class is kept: what was chosen for it, else RETENTION_DAYS, counted from its end. `lastEvent`: of a class that
 * nobody closed. A class that came in as a file counts from the day on which it came.
 */
export function keptOf(
  { closedAt }: Pick<ClassRecord, 'closedAt'>,
  { keptDays, importedAt }: Pick<ClassRows, 'keptDays' | 'importedAt'>,
  lastEvent: number,
  retentionDays: number | undefined,
): Kept {
  const days = keptDays === undefined ? (retentionDays ?? null) : keptDays
  const by = keptDays === undefined ? 'deployment' : 'class'
  const ended = Math.max(closedAt ?? lastEvent, importedAt ?? 0)
  return { days, by, goesAt: days === null ? null : ended + days * DAY }
}
