import { QUOTE_WITHIN } from '@evenkeel/insight/scene'
import { words } from '../words/en.ts'
import look from './debrief.module.css'
import { MarkIcon } from './mark-shape.tsx'
import { MomentTitle } from './moment-title.tsx'
import type { Cues } from './moment-words.ts'
import { type NameOf, type ShownScene, timeText } from './shown-scene.ts'

type Line = ShownScene['lines'][number]
type Moment = ShownScene['moments'][number]

interface LineItemProps {
  line: Line
  moments: readonly Moment[]
  cues: Cues | null
  nameOf: NameOf
}

/** One line: who, when, the words, and the moments that belong to it. */
export function LineItem({ line, moments, cues, nameOf }: LineItemProps) {
  const name = line.by === undefined ? '' : nameOf(line.by)
  return (
    <li className={look.line} data-seat={line.seat}>
      <p className={look.speaker}>
        <strong>{words.roles[line.seat]}</strong>
        {name !== '' && <bdi>{name}</bdi>}
        <span className={look.time}>{timeText(line.offset)}</span>
      </p>
      <p className={line.how === 'do' ? look.done : undefined}>
        {line.how === 'do' && <span className={look.does}>{words.debrief.said.does}</span>}
        <bdi>{line.text}</bdi>
      </p>
      {moments.length > 0 && (
        <ul className={look.marks}>
          {moments.map(moment => (
            <li key={moment.id} data-mark={moment.mark}>
              <MarkIcon kind={moment.mark} />
              <span>{words.debrief.moment[moment.mark]}</span>
              <MomentTitle moment={moment} cues={cues} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** All that was written down, with the moments beside the line that they are about. */
export function Transcript({
  scene,
  cues,
  nameOf,
}: {
  scene: ShownScene
  cues: Cues | null
  nameOf: NameOf
}) {
  if (scene.lines.length === 0) return <p className={look.soft}>{words.debrief.said.none}</p>
  const beside = momentsByLine(scene)
  return (
    <ol className={look.lines}>
      {scene.lines.map(line => (
        <LineItem key={line.n} line={line} moments={beside.get(line.n) ?? []} cues={cues} nameOf={nameOf} />
      ))}
    </ol>
  )
}

/**
 * Moments by the number of their line: the one that was chosen, else the last one before the mark, if it is no further
 * away than a mark can be late. A confirmed cue without a line belongs to none.
 */
export function momentsByLine({
  lines,
  moments,
}: Pick<ShownScene, 'lines' | 'moments'>): Map<number, Moment[]> {
  const found = new Map<number, Moment[]>()
  for (const moment of moments) {
    const n = moment.line ?? (moment.cue === undefined ? lineBefore(lines, moment.offset)?.n : undefined)
    if (n !== undefined) found.set(n, [...(found.get(n) ?? []), moment])
  }
  return found
}

const lineBefore = (lines: readonly Line[], offset: number): Line | undefined =>
  lines.findLast(line => line.offset <= offset && offset - line.offset <= QUOTE_WITHIN)
