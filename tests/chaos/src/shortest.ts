import type { Violation } from './check/evidence.ts'

export interface Shortest<Fault> {
  readonly faults: readonly Fault[]
  /** What went wrong with these alone. */
  readonly violation: Violation
}

/**
 * The fewest faults that still break a rule: first the shortest beginning of a schedule that failed, then that without each fault
 * that it can do without. `play` plays one schedule anew and says what went wrong first. Real processes do not come out the
 * same each time, so what is given has failed again, and undefined means that nothing shorter did.
 */
export async function shortest<Fault>(
  failed: readonly Fault[],
  play: (faults: readonly Fault[]) => Promise<Violation | undefined>,
): Promise<Shortest<Fault> | undefined> {
  let found: Shortest<Fault> | undefined
  for (let length = 0; length < failed.length && found === undefined; length += 1) {
    const faults = failed.slice(0, length)
    const violation = await play(faults)
    if (violation !== undefined) found = { faults, violation }
  }
  // The last fault of a beginning is needed, as without it the beginning held.
  for (let at = (found?.faults ?? failed).length - (found === undefined ? 1 : 2); at >= 0; at -= 1) {
    const faults: readonly Fault[] = (found?.faults ?? failed).filter((_, index) => index !== at)
    const violation = await play(faults)
    if (violation !== undefined) found = { faults, violation }
  }
  return found
}
