import type { Line, Moment } from '@evenkeel/classroom'
import type { Told } from './played-scene.ts'
import { quoteFor } from './quote.ts'
import { type Swing, whatMovedIt } from './what-moved-it.ts'

/** A sentence of the officer that seems to have helped. */
export interface WorkedLine {
  readonly line: Line
  /** Steps by which the temperature fell after it; 0 where somebody marked it and no fall of two steps followed. */
  readonly cooler: number
  /** The helped marks that are about it. */
  readonly moments: readonly Moment[]
}

/**
 * What the officer said before a fall of two steps or more, and what was marked as having helped; a line that was also
 * marked as having hurt is left out. The one after which it cooled most comes first, then the one with most marks, then
 * the earlier one. Candidates only: that one thing came before another does not prove that it caused it.
 */
export function linesThatWorked(scene: Told): WorkedLine[] {
  const falls = whatMovedIt(scene).filter(({ direction }) => direction === 'fall')
  const marks = scene.moments.flatMap(moment => {
    const quote = quoteFor(moment, scene.lines)
    return quote === undefined || quote.from === 'words' ? [] : [{ moment, n: quote.line.n }]
  })
  return scene.lines
    .filter(({ seat, how }) => seat === 'officer' && how === 'say')
    .flatMap((line): WorkedLine[] => {
      const about = marks.filter(({ n }) => n === line.n).map(({ moment }) => moment)
      const moments = about.filter(({ mark }) => mark === 'helped')
      const cooler = Math.max(
        0,
        ...falls.filter(fall => lastWord(fall)?.n === line.n).map(fall => fall.steps),
      )
      const hurt = moments.length < about.length
      return hurt || cooler + moments.length === 0 ? [] : [{ line, cooler, moments }]
    })
    .toSorted((a, b) => b.cooler - a.cooler || b.moments.length - a.moments.length || a.line.n - b.line.n)
}

/** What the officer had said last when it began to fall. */
const lastWord = ({ lines, begins }: Swing): Line | undefined =>
  lines.findLast(({ seat, how, offset }) => seat === 'officer' && how === 'say' && offset <= begins)
