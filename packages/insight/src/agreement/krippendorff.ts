import type { Figure } from './figure.ts'
import { categoriesOf, given, ratersIn, type ScoreTable, shared, sum, whyNot } from './score-table.ts'

export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha: 1 - Do / De over the coincidences of pairable values; raters may vary and cells may be missing.
 * Units with fewer than two values say nothing and are left out, also from the marginals. The ordinal metric is
 * Krippendorff's own, (sum of the marginals from c to k, less half of both ends) squared, not a set of fixed weights.
 * Krippendorff, Content Analysis, 4th ed. (2019), ch. 12; Computing Krippendorff's Alpha-Reliability (2011).
 */
export function krippendorffAlpha(table: ScoreTable, scale: Scale): Figure {
  const units = shared(table)
  const size = { n: units.length, raters: ratersIn(table) }
  const because = whyNot(table)
  if (because !== undefined) return { value: null, ...size, because }
  const values = categoriesOf(units)
  if (scale === 'ratio' && (values[0] ?? 0) <= 0) {
    return { value: null, ...size, because: 'zero-on-ratio-scale' }
  }
  if (values.length < 2) return { value: null, ...size, because: 'no-variance' }
  const marginals = values.map(value => sum(units.map(row => count(given(row), value))))
  const distance = metric(scale, values, marginals)
  const pairs = values.flatMap((_, c) => values.map((__, k) => [c, k] as const))
  const total = sum(marginals)
  const apart = sum(units.map(row => disagreement(given(row), values, distance)))
  const expected = sum(pairs.map(([c, k]) => at(marginals, c) * at(marginals, k) * distance(c, k)))
  return { value: 1 - ((total - 1) * apart) / expected, ...size }
}

type Distance = (c: number, k: number) => number

/** A unit's part of the observed disagreement: over all ordered pairs of its m values, each counting 1 / (m - 1). */
function disagreement(row: readonly number[], values: readonly number[], distance: Distance): number {
  const places = row.map(value => values.indexOf(value))
  return sum(places.flatMap(c => places.map(k => distance(c, k)))) / (row.length - 1)
}

/** Squared differences between two values, given by their place among all values. */
function metric(scale: Scale, values: readonly number[], marginals: readonly number[]): Distance {
  switch (scale) {
    case 'nominal':
      return (c, k) => (c === k ? 0 : 1)
    case 'ordinal':
      return (c, k) => {
        const [low, high] = c < k ? [c, k] : [k, c]
        const between = sum(marginals.slice(low, high + 1))
        return (between - (at(marginals, low) + at(marginals, high)) / 2) ** 2
      }
    case 'interval':
      return (c, k) => (at(values, c) - at(values, k)) ** 2
    case 'ratio':
      return (c, k) => ((at(values, c) - at(values, k)) / (at(values, c) + at(values, k))) ** 2
  }
}

const count = (values: readonly number[], wanted: number) => values.filter(value => value === wanted).length
const at = (values: readonly number[], index: number): number => values[index] ?? 0
