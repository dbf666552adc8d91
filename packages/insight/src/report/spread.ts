import { type Mean, meanOf } from '../mean.ts'

/** Why there is no figure. */
export type NoFigure = 'nothing-rated'

export type Spread = Mean<NoFigure> & {
  /** Standard deviation of the sample, with n - 1; null below two values. */
  readonly deviation: number | null
  readonly lowest: number | null
  readonly highest: number | null
}

/** Mean and spread of scores, in their unit. */
export function spreadOf(values: readonly number[]): Spread {
  const mean = meanOf(values, (): NoFigure => 'nothing-rated')
  if (mean.mean === null) return { ...mean, deviation: null, lowest: null, highest: null }
  const { mean: middle, n } = mean
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  return {
    ...mean,
    deviation: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    lowest: Math.min(...values),
    highest: Math.max(...values),
  }
}
