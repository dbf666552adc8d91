import type { RunFigures } from './figures.ts'

/** Of all processors, the share that others may use before figures say more about them than about the server. */
export const TOO_BUSY = 0.2

/** Milliseconds at the 99th percentile above which the generator was the bottleneck. */
export const TOO_LATE = 20

type Seen = Pick<RunFigures, 'ownDelay' | 'others'>

const isLate = ({ ownDelay }: Seen): boolean => ownDelay.p99 > TOO_LATE
/** Where nobody can tell what others used it is not held against the run. */
const isDisturbed = ({ others }: Pick<Seen, 'others'>): boolean => others > TOO_BUSY

/** A run that measured its generator, or other people's work, and not the server. */
export const isVoid = (run: Seen): boolean => isLate(run) || isDisturbed(run)

/** How many runs measured their own generator, and how many were disturbed by others. */
export interface Judged {
  readonly late: number
  readonly disturbed: number
  /** The most that others used in any of them, as a share of all processors. */
  readonly others: number
}

export const judge = (runs: readonly Seen[]): Judged => ({
  ...judgeParts(runs.map(run => run.others)),
  late: runs.filter(isLate).length,
})

/** Of parts without a load generator: what others used meanwhile. */
export const judgeParts = (others: readonly number[]): Judged => ({
  late: 0,
  disturbed: others.filter(share => isDisturbed({ others: share })).length,
  others: Math.max(0, ...others.filter(share => !Number.isNaN(share))),
})

export const together = (...judged: readonly Judged[]): Judged => ({
  late: judged.reduce((sum, { late }) => sum + late, 0),
  disturbed: judged.reduce((sum, { disturbed }) => sum + disturbed, 0),
  others: Math.max(0, ...judged.map(({ others }) => others)),
})

const percent = (share: number) => `${(share * 100).toFixed(0)} %`

/** What is void about a bench, in a sentence, or undefined. `inUse`: what others used before it began. */
export function whyVoid({
  inUse,
  late,
  disturbed,
  others,
}: Judged & { readonly inUse: number }): string | undefined {
  const limit = `(at most ${percent(TOO_BUSY)})`
  const why = [
    inUse > TOO_BUSY
      ? `Others used ${percent(inUse)} of this machine's processors when it began ${limit}.`
      : [],
    disturbed > 0
      ? `While it ran others used up to ${percent(others)}, and too much in ${disturbed} parts ${limit}.`
      : [],
    late > 0 ? `The load generator itself was late in ${late} loads (p99 over ${TOO_LATE} ms).` : [],
  ].flat()
  return why.length === 0
    ? undefined
    : `VOID: this machine is too busy. ${why.join(' ')} Don't use these figures.`
}
