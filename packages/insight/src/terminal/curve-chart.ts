import { ladder, type Temperature } from '@evenkeel/playbook'
import type { Segment } from '../segments.ts'
import type { Timeline } from '../timeline.ts'
import { clock } from './clock.ts'

/** The ladder's longest word, and the two columns that every section is set in. */
const GUTTER = 2 + Math.max(...ladder.map(step => step.word.length))

const HEAT = '█'
const BELOW = '░'
const FIRST = '·'

export interface CurveChart {
  readonly rows: readonly string[]
  /** Somewhere a digit stands for several marks of a kind. */
  readonly several: boolean
}

/**
 * The temperature as a stepped curve, seven rows high, hottest on top, in `width` columns with the ladder's words at the
 * left. A column is as long as the played time over the columns; it shows every level that was set in it, and the one
 * that it came from, so that no peak is lost. Below: the time, and marks where they were made.
 */
export function curveChart(timeline: Timeline, width: number): CurveChart {
  const columns = width - GUTTER - 2
  const shown = withEnd(levelsByColumn(timeline.segments, timeline.played, columns), timeline.heat.end)
  const first = timeline.first && levelsByColumn(timeline.first, timeline.played, columns)
  const rows = ladder.toReversed().map(({ level, word }) => {
    const cells = shown.map((levels, column) => cell(level, levels, first?.[column]))
    return `${word.padStart(GUTTER)} ┤${cells.join('')}`.trimEnd()
  })
  const marks = markRows(timeline, columns)
  return {
    rows: [...rows, ...timeAxis(timeline.played, columns), ...marks],
    several: marks.some(row => /[\d+]/.test(row)),
  }
}

interface Levels {
  readonly low: Temperature
  readonly high: Temperature
}

function cell(level: Temperature, shown: Levels, first: Levels | undefined): string {
  if (level >= shown.low && level <= shown.high) return HEAT
  if (first !== undefined && level >= first.low && level <= first.high) return FIRST
  return level < shown.low ? BELOW : ' '
}

/** The lowest and highest level within each column, and at its left edge. */
function levelsByColumn(segments: readonly Segment[], played: number, columns: number): Levels[] {
  const levels: Levels[] = []
  let at = 0
  for (let column = 0; column < columns; column++) {
    const from = (column * played) / columns
    const to = ((column + 1) * played) / columns
    // A change right at the edge is drawn with the column that it opens.
    while ((segments[at]?.to ?? played) < from) at++
    let low: Temperature = 7
    let high: Temperature = 1
    for (let index = at; index < segments.length; index++) {
      const segment = segments[index]
      if (segment === undefined || segment.from >= to) break
      if (segment.level < low) low = segment.level
      if (segment.level > high) high = segment.level
    }
    levels.push({ low, high })
  }
  return levels
}

/** A level set in the last millisecond lasted no time and is still where the scene ended. */
function withEnd(levels: readonly Levels[], end: Temperature | null): readonly Levels[] {
  const last = levels.at(-1)
  if (last === undefined || end === null) return levels
  return levels.with(-1, { low: end < last.low ? end : last.low, high: end > last.high ? end : last.high })
}

const MINUTE = 60_000
const TICKS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600].map(seconds => seconds * 1_000)
/** Columns between two ticks, at least: room for `10:00` and some air. */
const TICK_ROOM = 8

function timeAxis(played: number, columns: number): string[] {
  const step =
    TICKS.find(tick => (tick * columns) / played >= TICK_ROOM) ?? MINUTE * Math.ceil(played / MINUTE)
  const line = Array.from({ length: columns }, () => '─')
  const labels = Array.from({ length: columns }, () => ' ')
  for (let offset = 0; offset < played; offset += step) {
    const column = columnAt(offset, played, columns)
    const label = clock(offset)
    if (column + label.length > columns) break
    line[column] = '┬'
    labels.splice(column, label.length, ...label)
  }
  return [`${' '.repeat(GUTTER)} └${line.join('')}`, `${' '.repeat(GUTTER)}  ${labels.join('')}`.trimEnd()]
}

/** The column that an offset falls in; the end of the scene falls in the last one. */
const columnAt = (offset: number, played: number, columns: number): number =>
  Math.min(columns - 1, Math.floor((offset * columns) / played))

function markRows({ entries, played }: Timeline, columns: number): string[] {
  const marked = (mark: 'helped' | 'hurt') =>
    entries.filter(entry => entry.kind === 'moment' && entry.moment.mark === mark)
  const dropped = (kind: 'twist' | 'call') => entries.filter(entry => entry.kind === kind)
  return [
    { name: 'helped', sign: SIGNS.helped, at: marked('helped') },
    { name: 'hurt', sign: SIGNS.hurt, at: marked('hurt') },
    { name: 'twist', sign: SIGNS.twist, at: dropped('twist') },
    { name: 'call', sign: SIGNS.call, at: dropped('call') },
  ]
    .filter(({ at }) => at.length > 0)
    .map(({ name, sign, at }) => `${name.padStart(GUTTER)}  ${signs(sign, at, played, columns)}`)
}

export const SIGNS = { helped: '▲', hurt: '▼', twist: '◆', call: '◇' } as const

/** One sign where something was; a digit where there were more, + for ten and up. */
function signs(
  sign: string,
  at: readonly { readonly offset: number }[],
  played: number,
  columns: number,
): string {
  const counts = Array.from({ length: columns }, () => 0)
  for (const { offset } of at) {
    const column = columnAt(offset, played, columns)
    counts[column] = (counts[column] ?? 0) + 1
  }
  const cells = counts.map(count =>
    count === 0 ? ' ' : count === 1 ? sign : count < 10 ? String(count) : '+',
  )
  return cells.join('').trimEnd()
}
