import { stepOf } from '@evenkeel/playbook'
import type { PlayedScene } from '../played-scene.ts'
import type { Swing } from '../what-moved-it.ts'
import { clock } from './clock.ts'
import { fit, plain } from './columns.ts'
import { SIGNS } from './curve-chart.ts'
import { behaviourTitle } from './moment-list.ts'
import { hanging, seatName, spokenWords } from './spoken-words.ts'

/** Lines shown for one swing: the last ones, which stand nearest to what changed. */
const MOST_LINES = 6

/** Each rise and fall of two steps or more, with what was said and marked before it. */
export function swingList(scene: PlayedScene, swings: readonly Swing[], width: number): string[] {
  return swings.flatMap((swing, index) => [...(index === 0 ? [] : ['']), ...swingRows(scene, swing, width)])
}

function swingRows(scene: PlayedScene, swing: Swing, width: number): string[] {
  const arrow = swing.direction === 'rise' ? '↗' : '↘'
  const words = `${stepOf(swing.from).word} → ${stepOf(swing.to).word}`
  const took = swing.ends - swing.begins
  const within = took < 1_000 ? 'at once' : `in ${clock(took)}`
  const change = `${swing.direction === 'rise' ? 'up' : 'down'} ${swing.steps}, ${within}`
  const left = swing.lines.length - MOST_LINES
  return [
    `${fit(clock(swing.begins), 7, 'end')} ${arrow} ${words}  (${change})`,
    ...(left > 0 ? [`${INDENT}… ${left} more lines before these`] : []),
    ...reasons(scene, swing).flatMap(({ offset, text }) => hanging(lead(offset), text, width)),
  ]
}

const INDENT = ' '.repeat(10)
const lead = (offset: number) => `${INDENT}${fit(clock(offset), 5, 'end')}  `

interface Reason {
  readonly offset: number
  readonly text: string
}

/** In the order of time; of the same second, words before the marks about them. */
function reasons({ rubric }: PlayedScene, swing: Swing): Reason[] {
  return [
    ...swing.twists.map(({ offset, text }) => ({ offset, text: `${SIGNS.twist} Twist: ${plain(text)}` })),
    ...swing.calls.map(({ offset, who }) => ({ offset, text: `${SIGNS.call} Call to ${plain(who)}` })),
    ...swing.lines
      .slice(-MOST_LINES)
      .map(line => ({ offset: line.offset, text: `${seatName(line.seat)}: ${spokenWords(line)}` })),
    ...swing.moments.map(moment => ({
      offset: moment.offset,
      text: `${SIGNS[moment.mark]} ${behaviourTitle(rubric, moment)}`,
    })),
  ].sort((a, b) => a.offset - b.offset)
}
