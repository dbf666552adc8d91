import type { Figure } from './figure.ts'
import { categoriesOf, given, ratersIn, type ScoreTable, shared, sum, whyNot } from './score-table.ts'
import { identity, type Weight } from './weights.ts'

/** What a coefficient takes as the agreement that chance alone would give. */
type ByChance = (counted: Counted) => number

export interface AgreementOptions {
  /** All categories of the scale, ascending; without it, those that occur. Weights are by place in this list. */
  readonly categories?: readonly number[]
  readonly weight?: Weight
}

/**
 * The share of agreeing pairs among all pairs of raters, mean over units that at least two people rated:
 * pa = 1/n' sum_i sum_k r_ik (r*_ik - 1) / (r_i (r_i - 1)), r*_ik = sum_l w_kl r_il. 0 to 1, not corrected for chance.
 * Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), ch. 2.
 */
export function percentAgreement(table: ScoreTable, options: AgreementOptions = {}): Figure {
  return figure(table, options, observed)
}

/**
 * Gwet's AC1, with weights AC2: pe = T_w / (q (q - 1)) sum_k pi_k (1 - pi_k). Stays sensible where one answer is very
 * common or very rare. Gwet (2008), British Journal of Mathematical and Statistical Psychology 61:29; raters may vary
 * and cells may be missing.
 */
export function gwet(table: ScoreTable, options: AgreementOptions = {}): Figure {
  return corrected(table, options, ({ pi, weights }) => {
    const q = pi.length
    return (sum(weights.flat()) / (q * (q - 1))) * sum(pi.map(share => share * (1 - share)))
  })
}

/** Fleiss' kappa, weighted where asked: pe = sum_kl w_kl pi_k pi_l. For two raters and no gaps it is Scott's pi. Fleiss (1971). */
export function fleissKappa(table: ScoreTable, options: AgreementOptions = {}): Figure {
  return corrected(table, options, ({ pi, weights }) => weightedSum(weights, (k, l) => at(pi, k) * at(pi, l)))
}

/** Brennan and Prediger (1981): pe = T_w / q^2, every category equally likely. */
export function brennanPrediger(table: ScoreTable, options: AgreementOptions = {}): Figure {
  return corrected(table, options, ({ pi, weights }) => sum(weights.flat()) / pi.length ** 2)
}

/**
 * Conger's kappa (1980): each rater's own habits count, pe = sum_kl w_kl (p_k p_l - s2_kl / r), p_k the mean over
 * raters of their share of k and s2 the covariance of these shares. For two raters it is Cohen's kappa (1960, weighted
 * 1968).
 */
export function congerKappa(table: ScoreTable, options: AgreementOptions = {}): Figure {
  return corrected(table, options, counted => {
    const { weights } = counted
    const perRater = counted.perRater()
    const r = perRater.length
    const mean = (k: number) => sum(perRater.map(shares => at(shares, k))) / r
    return weightedSum(weights, (k, l) => {
      const product = mean(k) * mean(l)
      const together = sum(perRater.map(shares => at(shares, k) * at(shares, l)))
      return product - (together - r * product) / (r - 1) / r
    })
  })
}

/** Cohen's kappa of exactly two raters, over the units that both rated. */
export function cohenKappa(table: ScoreTable, options: AgreementOptions = {}): Figure {
  const both = shared(table)
  const raters = ratersIn(table)
  if (raters > 2) return { value: null, n: both.length, raters, because: 'not-two-raters' }
  return congerKappa(both.length > 0 ? both : table, options)
}

interface Counted {
  /** Of units with two ratings or more: how many raters chose each category. */
  readonly pairable: readonly (readonly number[])[]
  /** Mean share of each category over all units with a rating. */
  readonly pi: readonly number[]
  /** Each rater's own shares of the categories; asked for by one figure only. */
  readonly perRater: () => readonly (readonly number[])[]
  readonly weights: readonly (readonly number[])[]
}

function count(table: ScoreTable, { categories, weight = identity }: AgreementOptions): Counted {
  const scale = categories ?? categoriesOf(table)
  const tally = (values: readonly number[]) =>
    scale.map(category => values.filter(value => value === category).length)
  const shares = (values: readonly number[]) => tally(values).map(each => each / values.length)
  const rated = table.map(given).filter(values => values.length > 0)
  const width = table[0]?.length ?? 0
  const columns = () =>
    Array.from({ length: width }, (_, rater) => given(table.map(row => row[rater] ?? null)))
  return {
    pairable: rated.filter(values => values.length >= 2).map(tally),
    pi: scale.map((_, k) => sum(rated.map(values => at(shares(values), k))) / rated.length),
    perRater: () =>
      columns()
        .filter(values => values.length > 0)
        .map(shares),
    weights: weightsOf(weight, scale.length),
  }
}

const known = new Map<Weight, Map<number, Counted['weights']>>()

/** The same few tables for every figure of every pair, so they are worked out once. */
function weightsOf(weight: Weight, size: number): Counted['weights'] {
  const ofWeight = known.get(weight) ?? new Map<number, Counted['weights']>()
  known.set(weight, ofWeight)
  const places = Array.from({ length: size }, (_, place) => place)
  const made = ofWeight.get(size) ?? places.map(a => places.map(b => weight(a, b, size)))
  ofWeight.set(size, made)
  return made
}

function observed({ pairable, weights }: Counted): number {
  let agreeing = 0
  for (const counts of pairable) {
    const raters = sum(counts)
    let pairs = 0
    for (const [k, each] of counts.entries()) {
      if (each === 0) continue
      let near = 0
      for (const [l, other] of counts.entries()) near += other * cell(weights, k, l)
      pairs += each * (near - 1)
    }
    agreeing += pairs / (raters * (raters - 1))
  }
  return agreeing / pairable.length
}

/** (pa - pe) / (1 - pe). Undefined where chance alone would give perfect agreement. */
function corrected(table: ScoreTable, options: AgreementOptions, byChance: ByChance): Figure {
  return figure(table, options, counted => {
    if (counted.pi.length < 2) return null
    const chance = byChance(counted)
    return 1 - chance < 1e-12 ? null : (observed(counted) - chance) / (1 - chance)
  })
}

function figure(
  table: ScoreTable,
  options: AgreementOptions,
  value: (counted: Counted) => number | null,
): Figure {
  const size = { n: shared(table).length, raters: ratersIn(table) }
  const because = whyNot(table)
  if (because !== undefined) return { value: null, ...size, because }
  const found = value(count(table, options))
  return found === null ? { value: null, ...size, because: 'no-variance' } : { value: found, ...size }
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0
const cell = (weights: Counted['weights'], k: number, l: number): number => weights[k]?.[l] ?? 0

function weightedSum(weights: Counted['weights'], of: (k: number, l: number) => number): number {
  return sum(weights.flatMap((row, k) => row.map((weight, l) => weight * of(k, l))))
}
