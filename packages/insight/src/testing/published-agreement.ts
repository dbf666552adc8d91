import type { ScoreTable } from '../agreement/score-table.ts'

/** Worked examples with the values that their authors published (or that other programs compute from them). */

const _ = null

/** Six targets (rows) by four judges. Shrout and Fleiss (1979), Psychological Bulletin 86:420, table 2. */
export const shroutFleiss: ScoreTable = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

/** Three targets by two judges, from the documentation of a statistics package. */
export const threeTargets: ScoreTable = [
  [7, 9],
  [10, 13],
  [8, 4],
]

/** Twelve units by four raters, with gaps: `raw4raters` of the R package irrCAC (Gwet), after Krippendorff. */
export const fourRaters = byUnit([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, _],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
])

/** Fifteen units by three coders, with gaps: the worked example of the encyclopedia article on Krippendorff's alpha. */
export const threeCoders = byUnit([
  [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
  [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
  [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
])

/** Counts of two raters' answers. The first two: irrCAC; the last two: Feinstein and Cicchetti (1990). */
export const counts = {
  diagnoses: [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ],
  fourByFour: [
    [40, 6, 4, 15],
    [4, 25, 1, 5],
    [4, 2, 21, 9],
    [17, 13, 12, 45],
  ],
  balanced: [
    [40, 9],
    [6, 45],
  ],
  skewed: [
    [80, 10],
    [5, 5],
  ],
}

/** Published with a row a rater; the functions want a row a unit. */
function byUnit(raters: readonly (readonly (number | null)[])[]): ScoreTable {
  return (raters[0] ?? []).map((__, unit) => raters.map(row => row[unit] ?? null))
}
