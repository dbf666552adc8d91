import type { Line, Moment } from '@evenkeel/classroom'
import type { Told } from './played-scene.ts'
import { quoteFor } from './quote.ts'
import { whatMovedIt } from './what-moved-it.ts'

/** A sentence of the officer that seems to have helped. */
export interface WorkedLine {
  readonly line: Line
  /** Steps of a fall of two or more that came right after it; 0 where somebody marked it and none did. */
  readonly cooler: number
  /** The helped marks that are about it. */
  readonly moments: readonly Moment[]
}

/**
 * What the officer said last before each change of a fall of two steps or more, and what was marked as having helped; a line that was also
 * marked as having hurt is left out. The one after which it cooled most comes first, then the one with most marks, then
 * the earlier one. Candidates only: that one thing came before another does not prove that it caused it.
 */
export function linesThatWorked(scene: Told): WorkedLine[] {
  const cooled = new Map<number, number>()
  for (const { direction, changes } of whatMovedIt(scene)) {
    for (const { offset, steps } of direction === 'fall' ? changes : []) {
      const n = scene.lines.findLast(line => isSaid(line) && line.offset <= offset)?.n
      if (n !== undefined) cooled.set(n, (cooled.get(n) ?? 0) + steps)
    }
  }
  const marks = scene.moments.flatMap(moment => {
    const quote = quoteFor(moment, scene.lines)
    return quote === undefined || quote.from === 'words' ? [] : [{ moment, n: quote.line.n }]
  })
  return scene.lines
    .filter(isSaid)
    .flatMap((line): WorkedLine[] => {
      const about = marks.filter(({ n }) => n === line.n).map(({ moment }) => moment)
      const moments = about.filter(({ mark }) => mark === 'helped')
      const cooler = cooled.get(line.n) ?? 0
      const hurt = moments.length < about.length
      return hurt || cooler + moments.length === 0 ? [] : [{ line, cooler, moments }]
    })
    .toSorted((a, b) => b.cooler - a.cooler || b.moments.length - a.moments.length || a.line.n - b.line.n)
}

/** Words that a card or a wall may hold: what stands out of what was typed, or what the customer remembered. */
export interface WorkedWords extends Pick<WorkedLine, 'cooler' | 'moments'> {
  /** A line's number, or the moment with which the customer remembered it. */
  readonly said: number | string
  readonly text: string
  /** Who typed it. */
  readonly by: string
}

/** The lines that worked, then what the customer remembered with a calmer, each sentence once. */
export function wordsThatWorked(scene: Told): WorkedWords[] {
  const lines = linesThatWorked(scene).map(({ line, cooler, moments }) => ({
    said: line.n,
    text: line.text,
    by: line.by,
    cooler,
    moments,
  }))
  const known = new Set(scene.lines.map(({ text }) => text))
  const remembered = scene.moments.flatMap((moment): WorkedWords[] => {
    const { id, by, as, mark, words } = moment
    if (words === undefined || as !== 'customer' || mark !== 'helped' || known.has(words)) return []
    known.add(words)
    return [{ said: id, text: words, by, cooler: 0, moments: [moment] }]
  })
  return [...lines, ...remembered]
}

const isSaid = ({ seat, how }: Line): boolean => seat === 'officer' && how === 'say'
