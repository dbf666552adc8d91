'use client'

import { isPlaced, QUOTE_WITHIN } from '@evenkeel/insight/scene'
import { type KeyboardEvent, memo, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react'
import { words } from '../words/en.ts'
import page from './debrief.module.css'
import { goToLine, goToMoment, lineId } from './go-to.ts'
import { MarkIcon } from './mark-shape.tsx'
import { MomentTitle } from './moment-title.tsx'
import type { Cues } from './moment-words.ts'
import type { Playhead } from './playhead.ts'
import { type NameOf, type ShownScene, timeText } from './shown-scene.ts'
import look from './transcript.module.css'
import { lineAt, usePlayheadAt } from './use-playhead.ts'

type Line = ShownScene['lines'][number]
type Moment = ShownScene['moments'][number]

interface LineItemProps {
  line: Line
  moments: readonly Moment[]
  cues: Cues | null
  nameOf: NameOf
  /** With it the line's time and its moments lead to their place in the scene. */
  head?: Playhead
  /** The playhead stands at this line. */
  now?: boolean
  /** With it the room can try again from this line. */
  onRetake?: ((offset: number) => void) | undefined
}

/** One line: who, when, the words, and the moments that belong to it. */
export const LineItem = memo(function LineItem({
  line,
  moments,
  cues,
  nameOf,
  head,
  now,
  onRetake,
}: LineItemProps) {
  const name = line.by === undefined ? '' : nameOf(line.by)
  const time = timeText(line.offset)
  // One line of them all is a stop of Tab: the one at the playhead.
  const stop = now ? 0 : -1
  return (
    <li className={look.line} data-seat={line.seat} data-n={line.n} aria-current={now || undefined}>
      <p className={look.speaker}>
        <strong>{words.roles[line.seat]}</strong>
        {name !== '' && <bdi>{name}</bdi>}
        {head === undefined ? (
          <span className={look.time}>{time}</span>
        ) : (
          <button
            type="button"
            id={lineId(head, line.n)}
            className={look.timeButton}
            tabIndex={stop}
            aria-label={words.debrief.playhead.lineAt(time)}
            onClick={() => goToLine(head, line)}
          >
            {time}
          </button>
        )}
        {onRetake !== undefined && (
          <button
            type="button"
            className={look.retakeLine}
            tabIndex={stop}
            aria-label={words.debrief.retake.fromLine(time)}
            onClick={() => onRetake(Math.floor(line.offset))}
          >
            {words.debrief.retake.line}
          </button>
        )}
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
              {head !== undefined && isPlaced(asKnown(moment)) && (
                <button
                  type="button"
                  className={look.toMoment}
                  tabIndex={stop}
                  onClick={() => goToMoment(head, moment)}
                >
                  {words.debrief.playhead.toMoment}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
})

interface TranscriptProps {
  scene: ShownScene
  cues: Cues | null
  nameOf: NameOf
  head: Playhead
  /** Only where a retake is offered now. */
  onRetake?: ((offset: number) => void) | undefined
}

const NO_MOMENTS: readonly Moment[] = []
const FIRST = 30

/** All that was written down, with the moments beside the line that they are about; it follows the playhead. */
export function Transcript({ scene, cues, nameOf, head, onRetake }: TranscriptProps) {
  const list = useRef<HTMLOListElement>(null)
  const now = usePlayheadAt(head, lineAt)
  const beside = useMemo(() => momentsByLine(scene), [scene])
  useLayoutEffect(() => {
    const at = list.current
    if (at !== null) keepInSight(at, at.querySelector(`[data-n="${now}"]`))
  }, [now])
  // What is seen first comes at once; hundreds more are made while nothing else is to do.
  const lines = useDeferredValue(scene.lines, scene.lines.slice(0, FIRST))
  if (scene.lines.length === 0) return <p className={page.soft}>{words.debrief.said.none}</p>
  const shown = now === 0 ? scene.lines[0]?.n : now
  return (
    <ol ref={list} className={look.log} onKeyDown={event => walk(event, head, scene.lines)}>
      {lines.map(line => (
        <LineItem
          key={line.n}
          line={line}
          moments={beside.get(line.n) ?? NO_MOMENTS}
          cues={cues}
          nameOf={nameOf}
          head={head}
          now={line.n === shown}
          onRetake={onRetake}
        />
      ))}
    </ol>
  )
}

/** Scrolls the list and never the page: who reads the drawing stays there. */
function keepInSight(list: Element, line: Element | null): void {
  if (line === null) return void list.scrollTo({ top: 0, behavior: 'instant' })
  const [box, own] = [list.getBoundingClientRect(), line.getBoundingClientRect()]
  if (own.top >= box.top && own.bottom <= box.bottom) return
  list.scrollBy({ top: own.top - box.top - box.height / 3, behavior: 'instant' })
}

function walk(event: KeyboardEvent, head: Playhead, lines: readonly Line[]): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const at = lines.findIndex(line => line.n === lineAt(head.state))
  const to = lines[Math.max(0, at + by)]
  if (to !== undefined) goToLine(head, to)
}

const asKnown = (moment: Moment) => ({ ...moment, by: moment.by ?? '' })

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
