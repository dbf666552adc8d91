import type { Fork } from '@evenkeel/classroom/view'
import type { Timeline } from '@evenkeel/insight/scene'
import { type KeyboardEvent, memo, useMemo } from 'react'
import { useRubric } from '../language/use-rubric.ts'
import { words } from '../words/en.ts'
import { momentId } from './go-to.ts'
import { MarkShape } from './mark-shape.tsx'
import { type Cues, momentTitle } from './moment-words.ts'
import type { Playhead } from './playhead.ts'
import { PlayheadSign, PlayheadSlider } from './playhead-slider.tsx'
import { type ShownScene, timeText } from './shown-scene.ts'
import look from './timeline.module.css'
import { Curve } from './timeline-curve.tsx'
import { type Frame, frameOf, labelsOf, widthOf, xAt } from './timeline-frame.ts'
import { Ground } from './timeline-ground.tsx'
import { momentAt, usePlayheadAt } from './use-playhead.ts'

const told = words.debrief.timeline

export type Placed = ShownScene['moments'][number]

interface DrawingProps {
  /** Of a scene in which time was played. */
  scene: ShownScene
  timeline: Timeline
  /** Moments that have a place, in the order of time. */
  placed: readonly Placed[]
  forks: readonly Fork[]
  cues: Cues | null
  wide: boolean
  head: Playhead
  /** For a wall that nobody touches: no playhead. */
  bare: boolean
}

export function TimelineDrawing({ scene, timeline, placed, forks, cues, wide, head, bare }: DrawingProps) {
  const frame = useMemo(() => {
    const marks = (mark: Placed['mark']) => placed.some(moment => moment.mark === mark)
    const lanes = {
      events: scene.twists.length + scene.calls.length + forks.length > 0,
      said: scene.lines.length > 0,
      helped: marks('helped'),
      hurt: marks('hurt'),
    }
    return frameOf(scene.played, lanes, wide)
  }, [scene, placed, forks, wide])
  const { width, height } = frame
  return (
    <div className={look.over}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
      <svg
        className={look.drawing}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={told.label(timeText(scene.played))}
      >
        <Scenery scene={scene} timeline={timeline} forks={forks} frame={frame} />
        {!bare && <PlayheadSlider head={head} frame={frame} />}
        <Moments placed={placed} frame={frame} cues={cues} head={head} />
      </svg>
      {!bare && <PlayheadSign head={head} frame={frame} />}
    </div>
  )
}

interface SceneryProps extends Pick<DrawingProps, 'scene' | 'timeline' | 'forks'> {
  frame: Frame
}

/** All that does not move with the playhead; four hundred steps and six hundred lines are drawn once. */
const Scenery = memo(function Scenery({ scene, timeline, forks, frame }: SceneryProps) {
  const { left, top, bottom, text } = frame
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes focus
    <g aria-hidden="true">
      <Ground frame={frame} />
      <Curve frame={frame} timeline={timeline} />
      {scene.curve === null && (
        <text className={look.quiet} x={left + text} y={(top + bottom) / 2} fontSize={text}>
          {told.noCurve}
        </text>
      )}
      <Lines scene={scene} frame={frame} />
      <Events scene={scene} frame={frame} forks={forks} />
    </g>
  )
})

/** The customer's lines stand up from the lane, the officer's hang down. */
function Lines({ scene, frame }: { scene: ShownScene; frame: Frame }) {
  const y = frame.said
  if (y === null) return null
  const ticks = (seat: 'customer' | 'officer', d: number) =>
    scene.lines
      .filter(line => line.seat === seat)
      .map(line => `M${xAt(frame, line.offset)} ${y}v${d}`)
      .join('')
  return (
    <g>
      <path className={look.customerTick} d={ticks('customer', -frame.text * 0.9)} />
      <path className={look.officerTick} d={ticks('officer', frame.text * 0.9)} />
    </g>
  )
}

function Events({ scene, frame, forks }: { scene: ShownScene; frame: Frame; forks: readonly Fork[] }) {
  const { events, text, top, bottom } = frame
  if (events === null) return null
  const { legend } = told
  const all = [
    ...scene.twists.map(({ offset }) => ({ kind: 'twist' as const, offset, short: legend.twist, long: '' })),
    ...scene.calls.map(({ offset, who }) => ({
      kind: 'call' as const,
      offset,
      short: legend.call,
      long: `${legend.call}: ${who}`,
    })),
    ...forks.map(({ offset }) => ({ kind: 'fork' as const, offset, short: legend.retake, long: '' })),
  ]
    .sort((a, b) => a.offset - b.offset)
    .map(each => ({ ...each, x: xAt(frame, each.offset) }))
  return (
    <g>
      {labelsOf(all, frame).map(({ kind, x, label }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells two of them apart
        <g key={index}>
          <path className={kind === 'fork' ? look.fork : look.drop} d={`M${x} ${events}V${bottom}`} />
          {kind === 'fork' ? (
            <path
              className={look.forkSign}
              d={`M${x} ${top - text * 0.2}V${events}l${text * 0.5} ${-text * 0.5}M${x} ${events}l${-text * 0.5} ${-text * 0.5}`}
            />
          ) : (
            <MarkShape kind={kind} x={x} y={events} size={text * 0.5} />
          )}
          {label !== '' && (
            <text className={look.mark} x={x + text * 0.85} y={events} dy="0.35em" fontSize={text}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

interface MomentsProps extends Pick<DrawingProps, 'placed' | 'cues' | 'head'> {
  frame: Frame
}

/** In the order of time, whichever lane they stand in, so that the arrow keys go through them as they happened. */
function Moments({ placed, frame, cues, head }: MomentsProps) {
  const rubric = useRubric()
  const all = useMemo(() => {
    const marks = placed.map((moment, index) => {
      const title = momentTitle(moment, cues, rubric)
      const named = moment.behaviour !== undefined && frame.wide
      const short = `${index + 1}`
      return {
        moment,
        index,
        title,
        x: xAt(frame, moment.offset),
        short,
        long: named ? `${short} ${title}` : '',
      }
    })
    const inLane = (mark: Placed['mark']) =>
      labelsOf(
        marks.filter(each => each.moment.mark === mark),
        frame,
      )
    return [...inLane('helped'), ...inLane('hurt')].sort((a, b) => a.index - b.index)
  }, [placed, frame, cues, rubric])
  const id = usePlayheadAt(head, momentAt)
  const chosen = placed.findIndex(moment => moment.id === id)
  const size = frame.text * 0.6
  const choose = (index: number) => {
    const moment = placed[index]
    if (moment === undefined) return
    if (momentAt(head.state) !== moment.id || head.state.instant.offset !== moment.offset)
      head.seek(moment.offset, moment.id)
  }
  return all.map(({ moment, index, title, x, label }) => {
    const y = frame[moment.mark] ?? 0
    const reach = Math.max(size * 4, size * 2.6 + widthOf(label, frame.text))
    return (
      // biome-ignore lint/a11y/useSemanticElements: there is no button inside a drawing
      <g
        key={moment.id}
        id={momentId(head, moment.id)}
        className={look.moment}
        role="button"
        tabIndex={index === Math.max(0, chosen) ? 0 : -1}
        aria-pressed={index === chosen}
        aria-label={told.moment(index + 1, words.debrief.moment[moment.mark], timeText(moment.offset), title)}
        data-moment={index}
        onClick={() => choose(index)}
        onKeyDown={event => move(event, placed.length, index, choose)}
      >
        <rect className={look.reach} x={x - size * 2} y={y - size * 2} width={reach} height={size * 4} />
        <MarkShape kind={moment.mark} x={x} y={y} size={size} />
        {label !== '' && (
          <text
            className={look.mark}
            lang={rubric.language}
            x={x + size * 1.4}
            y={y}
            dy="0.35em"
            fontSize={frame.text}
          >
            {label}
          </text>
        )}
      </g>
    )
  })
}

/** Arrows choose the one that they come to. Tab goes past without moving the playhead. */
function move(event: KeyboardEvent<SVGGElement>, all: number, now: number, choose: (index: number) => void) {
  const to = {
    ArrowRight: Math.min(all - 1, now + 1),
    ArrowDown: Math.min(all - 1, now + 1),
    ArrowLeft: Math.max(0, now - 1),
    ArrowUp: Math.max(0, now - 1),
    Home: 0,
    End: all - 1,
    Enter: now,
    ' ': now,
  }[event.key]
  if (to === undefined) return
  event.preventDefault()
  event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-moment="${to}"]`)?.focus()
  choose(to)
}
