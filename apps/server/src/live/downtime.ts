import type { Gap } from '../nodes/port.ts'

/** Older than this before a gap: several gaps may lie between that nobody has noted, and nobody was there in any of them. */
const LONG_AGO = 3 * 24 * 3_600_000

export const downtimeId = (gap: Pick<Gap, 'from'>): string => `downtime:${gap.from}`

/**
 * By how many ms the clocks of a class are set forward whose last event was at `at`, so that no scene ends because the
 * server was gone. Where it began makes the command's id: one gap is made good once, whoever loads the class. A gap that is
 * not noted begins at the class's last event if that is later: it may be what an earlier start has made good.
 */
export function shiftOf(
  at: number,
  gaps: readonly Gap[],
): { readonly id: string; readonly by: number } | undefined {
  const missed = gaps.filter(gap => gap.to > at)
  const [first] = missed
  if (first === undefined) return undefined
  const began = (gap: Gap) => (gap === first && at < gap.from - LONG_AGO ? at : Math.max(gap.from, at))
  const by = missed.reduce((sum, gap) => sum + gap.to - began(gap), 0)
  return by > 0 ? { id: downtimeId(first.noted ? first : { from: began(first) }), by } : undefined
}
