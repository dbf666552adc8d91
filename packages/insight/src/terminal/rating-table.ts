import type { PersonId } from '@evenkeel/classroom'
import type { ItemId, Rubric, RubricItem } from '@evenkeel/playbook'
import {
  type Answer,
  type MeanScore,
  meanScore,
  NO_SCORE_SAYS,
  type RaterScores,
  type SceneScores,
} from '../scores.ts'
import { columnsOf, cut, fit, plain, wrapWithin } from './columns.ts'

type Name = (person: PersonId) => string

/** A column of the table: one rater, or many of one kind whose means are shown because they would not fit. */
interface Column {
  readonly head: string
  readonly role: string
  readonly raters: readonly RaterScores[]
}

/** Room for the longest title of an item, and the two columns by which items stand in from their group. */
const TITLE = 31
const LEAST = 9
const MOST = 20

/**
 * Items by raters, as rows of at most `width` columns: only items that somebody was asked or scored, and under each
 * group the mean of its observed items with their number. Where not all raters fit, observers share a column of means.
 */
export function ratingTable(scores: SceneScores, rubric: Rubric, name: Name, width: number): string[] {
  const columns = columnsFor(scores.raters, name, width)
  const room = Math.floor((width - 2 - TITLE) / Math.max(1, columns.length))
  const size = Math.min(
    room,
    Math.max(LEAST, ...columns.map(({ head, role }) => widest(head, role) + 2)),
    MOST,
  )
  const row = (title: string, cells: readonly string[]) =>
    `  ${fit(title, TITLE)}${cells.map(text => fit(text, size, 'end')).join('')}`.trimEnd()
  const rows = rubric.groups.flatMap(group => {
    const items = rubric.items.filter(item => item.group === group.id && wasAsked(scores, item.id))
    if (items.length === 0) return []
    const means = columns.map(({ raters }) => groupMean(raters, items))
    return [
      row(plain(group.title), means.map(meanCell)),
      ...items.map(item =>
        row(
          `  ${plain(item.title)}`,
          columns.map(column => itemCell(column, item.id)),
        ),
      ),
    ]
  })
  if (rows.length === 0) return []
  return [...heads(columns, size).map(cells => row('', cells)), ...rows, '', ...legend(scores, width)]
}

/** Names in up to two rows, so that most stand whole; then what each rater was. */
function heads(columns: readonly Column[], size: number): string[][] {
  const names = columns.map(({ head }) => wrapWithin(head, size - 2, 2))
  const first = names.map(rows => (rows.length > 1 ? (rows[0] ?? '') : ''))
  const last = names.map(rows => rows.at(-1) ?? '')
  const roles = columns.map(({ role }) => role)
  return first.some(Boolean) ? [first, last, roles] : [last, roles]
}

const widest = (...texts: readonly string[]) => Math.max(...texts.map(columnsOf))

function columnsFor(raters: readonly RaterScores[], name: Name, width: number): Column[] {
  const each = raters.map(rater => ({ head: name(rater.by), role: rater.as, raters: [rater] }))
  if ((each.length + 1) * LEAST <= width - 2 - TITLE || each.length <= 2) return each
  return (['self', 'observer', 'instructor'] as const).flatMap((as): Column[] => {
    const together = raters.filter(rater => rater.as === as)
    const [only] = together
    if (only === undefined) return []
    if (together.length === 1) return [{ head: name(only.by), role: as, raters: together }]
    return [{ head: `${together.length} ${as}s`, role: 'mean', raters: together }]
  })
}

const wasAsked = ({ raters }: SceneScores, item: ItemId) =>
  raters.some(rater => rater.items[item] !== 'not-asked')

const groupMean = (raters: readonly RaterScores[], items: readonly RubricItem[]): MeanScore =>
  meanScore(raters.flatMap(rater => items.map(item => rater.items[item.id])))

function itemCell({ raters }: Column, item: ItemId): string {
  const [only] = raters
  if (raters.length === 1 && only !== undefined) return ANSWERS[only.items[item]]
  return meanCell(meanScore(raters.map(rater => rater.items[item])))
}

const ANSWERS: Readonly<Record<Answer, string>> = {
  1: '1',
  2: '2',
  3: '3',
  4: '4',
  5: '5',
  'not-observable': 'n/o',
  'not-answered': '–',
  'not-asked': '·',
}

function meanCell(score: MeanScore): string {
  if (score.mean !== null) return `${score.mean.toFixed(1)} (${score.n})`
  return score.because === 'nobody-rated' ? '' : ANSWERS[score.because]
}

/** Explains only the signs that are there. */
function legend({ raters }: SceneScores, width: number): string[] {
  const given = new Set(raters.flatMap(rater => Object.values(rater.items)))
  const signs = [
    '4.0 (2) is a mean of two scores',
    ...(given.has('not-asked') ? ['· not asked'] : []),
    ...(given.has('not-observable') ? ['n/o not observable'] : []),
    ...(given.has('not-answered') ? ['– not answered'] : []),
  ]
  const rows: string[] = []
  for (const sign of signs) {
    const longer = `${rows.at(-1) ?? ' '}${rows.length === 0 ? ' ' : '   '}${sign}`
    if (rows.length === 0 || columnsOf(longer) > width) rows.push(`  ${sign}`)
    else rows[rows.length - 1] = longer
  }
  return rows
}

/** What the customer says in the first person, a row an item. */
export function customerTable(scores: SceneScores, rubric: Rubric, name: Name, width: number): string[] {
  const texts = rubric.customerItems.map(({ id, text }) => ({ id, text: plain(text) }))
  const size = Math.min(width - 14, Math.max(...texts.map(({ text }) => columnsOf(text))) + 3)
  return scores.customers.flatMap(({ by, items, mean }) => [
    `  ${cut(name(by), width - 14)}, customer`,
    ...texts.map(({ id, text }) => `    ${fit(text, size)}${dots(items[id])}`),
    ...(mean.mean === null ? [`    ${NO_SCORE_SAYS[mean.because]}`] : []),
  ])
}

function dots(answer: Answer): string {
  return typeof answer === 'number'
    ? `${'●'.repeat(answer)}${'○'.repeat(5 - answer)}  ${answer}`
    : ANSWERS[answer]
}
