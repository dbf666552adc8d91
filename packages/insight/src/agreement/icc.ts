import { fQuantile } from './f-distribution.ts'
import type { Undefined } from './figure.ts'
import { given, ratersIn, type ScoreTable, sum } from './score-table.ts'

/** An intraclass correlation; the interval only for the two-way random model, 95%. */
export type Icc =
  | { readonly value: number; readonly interval?: readonly [low: number, high: number] }
  | { readonly value: null; readonly because: 'scenes-alike'; readonly interval?: never }

/** Mean squares: between targets, between raters, of what is left, and within targets. */
export interface MeanSquares {
  readonly msr: number
  readonly msc: number
  readonly mse: number
  readonly msw: number
}

export type IccResult =
  | {
      readonly n: number
      readonly raters: number
      readonly squares: MeanSquares
      readonly icc11: Icc
      /** One rater's score, raters drawn from many: what a single observer's score can be trusted for. */
      readonly icc21: Icc
      readonly icc31: Icc
      readonly icc1k: Icc
      /** The mean of all these raters. */
      readonly icc2k: Icc
      readonly icc3k: Icc
    }
  | { readonly n: number; readonly raters: number; readonly because: Undefined }

const LEVEL = 0.95

/**
 * The intraclass correlations of Shrout and Fleiss (1979), Psychological Bulletin 86:420, of the units that every rater
 * scored (others are left out; `n` says how many remain). Interval of ICC(2,1): McGraw and Wong (1996), Psychological
 * Methods 1:30, table 7; of ICC(2,k): its bounds by Spearman and Brown. Values may lie below 0.
 */
export function icc(table: ScoreTable): IccResult {
  const raters = ratersIn(table)
  const rated = columnsInUse(table)
  const rows = rated.filter(row => row.every(value => value !== null)).map(given)
  const n = rows.length
  const because = whyNoIcc(table, raters, rows)
  if (because !== undefined) return { n, raters, because }
  const squares = meanSquares(rows)
  const { msr, msc, mse, msw } = squares
  const k = raters
  const raterSpread = (msc - mse) / n
  const icc21 = share(msr - mse, msr + (k - 1) * mse + k * raterSpread)
  const icc2k = share(msr - mse, msr + raterSpread)
  const interval = icc21.value === null ? undefined : randomInterval(icc21.value, squares, n, k)
  return {
    n,
    raters,
    squares,
    icc11: share(msr - msw, msr + (k - 1) * msw),
    icc21: withInterval(icc21, interval),
    icc31: share(msr - mse, msr + (k - 1) * mse),
    icc1k: share(msr - msw, msr),
    icc2k: withInterval(
      icc2k,
      interval?.map(each => stepUp(each, k)),
    ),
    icc3k: share(msr - mse, msr),
  }
}

/** A variance of nothing or less has no share. */
function share(part: number, whole: number): Icc {
  return whole < 1e-12 ? { value: null, because: 'scenes-alike' } : { value: part / whole }
}

function columnsInUse(table: ScoreTable): ScoreTable {
  const used = (table[0] ?? []).map((_, rater) => table.some(row => row[rater] !== null))
  return table.map(row => row.filter((_, rater) => used[rater]))
}

function whyNoIcc(
  table: ScoreTable,
  raters: number,
  rows: readonly (readonly number[])[],
): Undefined | undefined {
  if (table.every(row => given(row).length === 0)) return 'nothing-rated'
  if (raters < 2) return 'one-rater'
  if (rows.length === 0) return 'nothing-in-common'
  if (rows.length === 1) return 'one-unit'
  return new Set(rows.flat()).size < 2 ? 'no-variance' : undefined
}

function meanSquares(rows: readonly (readonly number[])[]): MeanSquares {
  const n = rows.length
  const k = rows[0]?.length ?? 0
  const mean = (values: readonly number[]) => sum(values) / values.length
  const grand = mean(rows.flat())
  const spread = (values: readonly number[]) => sum(values.map(value => (value - grand) ** 2))
  const columns = Array.from({ length: k }, (_, rater) => rows.map(row => row[rater] ?? 0))
  const between = k * spread(rows.map(mean))
  const raters = n * spread(columns.map(mean))
  const total = spread(rows.flat())
  return {
    msr: between / (n - 1),
    msc: raters / (k - 1),
    // What rounding leaves below zero is zero.
    mse: Math.max(0, total - between - raters) / ((n - 1) * (k - 1)),
    msw: Math.max(0, total - between) / (n * (k - 1)),
  }
}

/** Undefined where the formula divides by zero: raters who agree perfectly leave nothing to be unsure of. */
function randomInterval(
  value: number,
  { msr, msc, mse }: MeanSquares,
  n: number,
  k: number,
): number[] | undefined {
  if (1 - value < 1e-12) return undefined
  const a = (k * value) / (n * (1 - value))
  const b = 1 + (k * value * (n - 1)) / (n * (1 - value))
  const freedom = (a * msc + b * mse) ** 2 / ((a * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1)))
  if (!(freedom > 0)) return undefined
  const tail = 1 - (1 - LEVEL) / 2
  const lower = fQuantile(tail, n - 1, freedom)
  const upper = fQuantile(tail, freedom, n - 1)
  const rest = k * msc + (k * n - k - n) * mse
  return [
    (n * (msr - lower * mse)) / (lower * rest + n * msr),
    (n * (upper * msr - mse)) / (rest + n * upper * msr),
  ]
}

/** Spearman (1910) and Brown (1910): from one rater to the mean of k. */
const stepUp = (value: number, k: number): number => (k * value) / (1 + (k - 1) * value)

function withInterval(icc: Icc, interval: readonly number[] | undefined): Icc {
  const [low, high] = interval ?? []
  if (icc.value === null || low === undefined || high === undefined) return icc
  // Far below 0 the step from one rater to many turns over; no interval is better than a wrong one.
  return low <= icc.value && icc.value <= high ? { value: icc.value, interval: [low, high] } : icc
}
