import { stepOf } from '@evenkeel/playbook'
import type { PlayedScene } from '../played-scene.ts'
import type { Swing } from '../what-moved-it.ts'
import { clock } from './clock.ts'
import { cut, fit, plain } from './columns.ts'
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
    ...(left > 0 ? [`          … and ${left} lines before these`] : []),
    ...swing.lines
      .slice(-MOST_LINES)
      .flatMap(line =>
        hanging(`${fit(clock(line.offset), 15, 'end')}  ${seatName(line.seat)}  `, spokenWords(line), width),
      ),
    ...swing.twists.map(twist => cut(`          ${SIGNS.twist} Twist: ${plain(twist.text)}`, width)),
    ...swing.calls.map(call => cut(`          ${SIGNS.call} Call to ${plain(call.who)}`, width)),
    ...swing.moments.map(moment => {
      const title = behaviourTitle(scene.rubric, moment)
      return cut(`${fit(clock(moment.offset), 15, 'end')}  ${SIGNS[moment.mark]} ${title}`, width)
    }),
  ]
}
