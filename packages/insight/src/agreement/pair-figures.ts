import { cohenKappa, gwet, percentAgreement } from './chance-corrected.ts'
import type { Figure, Undefined } from './figure.ts'
import { type Icc, icc } from './icc.ts'
import { krippendorffAlpha } from './krippendorff.ts'
import { type ScoreTable, shared } from './score-table.ts'
import { quadratic } from './weights.ts'

/** The scale of the rubric: a score that nobody gave is still a score that could have been given. */
export const SCALE = [1, 2, 3, 4, 5] as const

/** Both intraclass correlations of the two-way random model, each with its 95% interval where there is one. */
export type PairIcc =
  | { readonly n: number; readonly raters: number; readonly icc21: Icc; readonly icc2k: Icc }
  | { readonly n: number; readonly raters: number; readonly because: Undefined }

/** All that is told of how two people scored the same scenes. Every `n` is a number of scenes. */
export interface PairFigures {
  /** The share of scores that are the same. */
  readonly same: Figure
  /** Cohen's, with quadratic weights. */
  readonly kappa: Figure
  /** Krippendorff's, ordinal. */
  readonly alpha: Figure
  /** Gwet's. */
  readonly ac1: Figure
  readonly icc: PairIcc
}

/** Of one item: a row a scene. */
export const figuresOf = (table: ScoreTable): PairFigures => ({ ...ofScores(table), icc: pairIcc(table) })

/**
 * Of all items together. Figures for categories take every score of every item that both gave as a unit of its own, and rest
 * on the `scenes` in which there is one, because the items of one scene do not vary on their own. ICC compares `means`: a row
 * a scene, of the items that both scored in each.
 */
export function figuresInTotal(tables: readonly ScoreTable[], means: ScoreTable): PairFigures {
  const scores = ofScores(tables.flat())
  const over = overScenes(tables, scores.same.raters)
  return {
    same: over(scores.same),
    kappa: over(scores.kappa),
    alpha: over(scores.alpha),
    ac1: over(scores.ac1),
    icc: pairIcc(means),
  }
}

/**
 * For a figure of all scores of these tables, one an item and with a row a scene each: says over how many scenes it is, and
 * of how many raters.
 */
export function overScenes(tables: readonly ScoreTable[], raters: number): (figure: Figure) => Figure {
  const rows = tables[0]?.length ?? 0
  const scenes = Array.from({ length: rows }, (_, row) =>
    tables.some(table => shared([table[row] ?? []]).length > 0),
  ).filter(Boolean).length
  return figure => ({ ...figure, n: scenes, raters: scenes === 0 ? figure.raters : raters })
}

const ofScores = (table: ScoreTable): Omit<PairFigures, 'icc'> => ({
  same: percentAgreement(table, { categories: SCALE }),
  kappa: cohenKappa(table, { categories: SCALE, weight: quadratic }),
  alpha: krippendorffAlpha(table, 'ordinal'),
  ac1: gwet(table, { categories: SCALE }),
})

function pairIcc(table: ScoreTable): PairIcc {
  const all = icc(table)
  const { n, raters } = all
  return 'because' in all
    ? { n, raters, because: all.because }
    : { n, raters, icc21: all.icc21, icc2k: all.icc2k }
}
