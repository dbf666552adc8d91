import type { Line, Moment } from '@evenkeel/classroom'

/** How long before a mark, in ms of played time, a line may stand to be taken for the one that was meant. */
export const QUOTE_WITHIN = 30_000

/**
 * The words behind a moment. `marked`: the line was chosen, or the customer gave the words. `nearest`: the officer's last
 * line before the mark, since an observer taps just after hearing something; shown as a guess.
 */
export type Quote =
  | { readonly from: 'marked' | 'nearest'; readonly line: Line }
  | { readonly from: 'words'; readonly words: string }

/** Undefined where nothing was written down: a spoken scene, a mark before the officer's first line. */
export function quoteFor(moment: Moment, lines: readonly Line[]): Quote | undefined {
  const marked = lines.find(line => line.n === moment.line)
  if (marked !== undefined) return { from: 'marked', line: marked }
  if (moment.words !== undefined) return { from: 'words', words: moment.words }
  if (moment.cue !== undefined) return undefined
  const nearest = lines.findLast(line => line.seat === 'officer' && line.offset <= moment.offset)
  const near = nearest !== undefined && moment.offset - nearest.offset <= QUOTE_WITHIN
  return near ? { from: 'nearest', line: nearest } : undefined
}
