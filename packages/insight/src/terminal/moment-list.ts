import type { CallView, Moment, PersonId } from '@evenkeel/classroom'
import type { Rubric } from '@evenkeel/playbook'
import { countMoments } from '../moments-counted.ts'
import type { PlayedScene } from '../played-scene.ts'
import { quoteFor } from '../quote.ts'
import type { Timeline } from '../timeline.ts'
import { clock } from './clock.ts'
import { columnsOf, cut, fit, plain } from './columns.ts'
import { SIGNS } from './curve-chart.ts'
import { hanging, quoted } from './spoken-words.ts'

type Name = (person: PersonId) => string

const TIME = 7
const INDENT = ' '.repeat(TIME + 3)

/** Named moments, twists and calls in their order, each with its words; marks without a name are counted below them. */
export function momentList(scene: PlayedScene, timeline: Timeline, name: Name, width: number): string[] {
  const placed = timeline.entries.flatMap(entry => {
    const time = fit(clock(entry.offset), TIME, 'end')
    switch (entry.kind) {
      case 'moment':
        return momentRows(scene, entry.moment, time, name, width)
      case 'twist':
        return hanging(
          `${time} ${SIGNS.twist} `,
          `Twist for the ${entry.twist.to}: ${plain(entry.twist.text)}`,
          width,
        )
      case 'call':
        return hanging(`${time} ${SIGNS.call} `, callText(entry.call), width)
      default:
        return []
    }
  })
  const somewhere = timeline.unplaced.flatMap(moment => {
    return momentRows(scene, moment, fit('–', TIME, 'end'), name, width)
  })
  return [...placed, ...somewhere, ...unnamedRow(scene.moments)]
}

function momentRows(scene: PlayedScene, moment: Moment, time: string, name: Name, width: number): string[] {
  if (moment.behaviour === undefined) return []
  const title = cut(`${time} ${SIGNS[moment.mark]} ${behaviourTitle(scene.rubric, moment)}`, width - 20)
  const by = cut(`${name(moment.by)}, ${moment.as}`, width - columnsOf(title) - 2)
  const head = title + fit(by, width - columnsOf(title), 'end')
  const quote = quoteFor(moment, scene.lines)
  return quote === undefined ? [head] : [head, ...hanging(INDENT, quoted(quote), width)]
}

export function behaviourTitle(rubric: Rubric, { behaviour, mark }: Moment): string {
  if (behaviour === undefined) return mark === 'helped' ? 'Helped, without a name' : 'Hurt, without a name'
  return plain(rubric.moments.find(guide => guide.id === behaviour)?.title ?? behaviour)
}

function unnamedRow(moments: readonly Moment[]): string[] {
  const { helped, hurt } = countMoments(moments).unnamed
  if (helped + hurt === 0) return []
  const counts = [helped > 0 ? `${helped} ${SIGNS.helped}` : '', hurt > 0 ? `${hurt} ${SIGNS.hurt}` : '']
  return [`${INDENT}Marks without a name: ${counts.filter(Boolean).join(', ')}`]
}

function callText({ who, answer, live }: CallView): string {
  const call = `Call to ${plain(who)}`
  if (answer === null) return `${call}: no answer came`
  return `${call}${live ? ', answered by the instructor' : ''}: “${plain(answer)}”`
}
