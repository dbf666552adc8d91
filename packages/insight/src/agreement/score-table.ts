import type { Undefined } from './figure.ts'

/** Rows are units (scenes), columns are raters, null is missing. Every row has as many columns. */
export type ScoreTable = readonly (readonly (number | null)[])[]

/** The values of one row that are not missing. */
export const given = (row: ScoreTable[number]): number[] => row.filter(value => value !== null)

/** Rows that at least two people rated: only these say anything about agreement. */
export const shared = (table: ScoreTable): ScoreTable => table.filter(row => given(row).length >= 2)

/** The different values, in ascending order. */
export function categoriesOf(table: ScoreTable): number[] {
  return [...new Set(table.flatMap(given))].sort((a, b) => a - b)
}

/** How many columns have at least one value. */
export function ratersIn(table: ScoreTable): number {
  const width = table[0]?.length ?? 0
  return Array.from({ length: width }, (_, rater) => table.some(row => row[rater] != null)).filter(Boolean)
    .length
}

/** Why a table can't show agreement at all, or undefined if it can. */
export function whyNot(table: ScoreTable): Undefined | undefined {
  if (table.every(row => given(row).length === 0)) return 'nothing-rated'
  if (ratersIn(table) < 2) return 'one-rater'
  return shared(table).length === 0 ? 'nothing-in-common' : undefined
}

/**
 * The table behind a square table of counts: entry [i][j] is how often the first rater said category i and the second
 * category j. Categories are numbered from 1.
 */
export function fromCounts(counts: readonly (readonly number[])[]): ScoreTable {
  return counts.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first + 1, second + 1])),
  )
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
