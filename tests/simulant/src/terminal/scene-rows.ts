import type { Line, Moment, PersonView, SceneView } from '@evenkeel/classroom'
import { rubric, stepOf } from '@evenkeel/playbook'
import type { NameOf } from './brief-rows.ts'
import { type Row, row } from './row.ts'

/** Minutes and seconds of played time, like 1:05. */
export const clockOf = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1_000) % 60).padStart(2, '0')}`

export function lineRow({ n, by, seat, how, text, offset }: Line, nameOf: NameOf): Row {
  const who = `${nameOf(by)} (${seat})`
  const words = how === 'say' ? `${who}: ${text}` : `${who} * ${text}`
  return row(`  ${clockOf(offset)} [${n}] ${words}`, seat)
}

export function momentText({ id, mark, behaviour, offset }: Moment): string {
  const title = rubric.moments.find(guide => guide.id === behaviour)?.title
  return `${id} ${mark} at ${clockOf(offset)}${title === undefined ? ', without a name' : `: ${title}`}`
}

/** What is new in a scene, in the order: twists, calls, temperature, lines, marks. */
export function sceneNews(before: SceneView, after: SceneView, view: PersonView, nameOf: NameOf): Row[] {
  const level = after.curve?.at(-1)?.level
  const moved = level !== undefined && level !== before.curve?.at(-1)?.level
  const mine = after.moments.filter(
    moment => moment.by === view.me.person && !before.moments.some(known => known.id === moment.id),
  )
  return [
    ...after.twists
      .slice(before.twists.length)
      .map(({ to, text }) => row(`  Twist for the ${to}: ${text}`, 'next')),
    ...after.calls
      .filter(({ index, answer }) => before.calls.find(known => known.index === index)?.answer !== answer)
      .map(({ who, answer }) =>
        row(answer === null ? `  ${who} is on the line …` : `  Call to ${who}: “${answer}”`, 'officer'),
      ),
    ...(moved ? [row(`  Temperature: ${level}, ${stepOf(level).word}.`, 'customer')] : []),
    ...after.lines.slice(before.lines.length).map(line => lineRow(line, nameOf)),
    ...mine.map(moment => row(`  Marked ${momentText(moment)}.`, 'observer')),
  ]
}
