'use client'

import type { Fork } from '@evenkeel/classroom/view'
import { isPlaced, quoteFor, type Timeline as Reading, timelineOf } from '@evenkeel/insight/scene'
import { ArrowDown, ArrowLeft, ArrowRight } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import { goToLine } from './go-to.ts'
import { MarkIcon } from './mark-shape.tsx'
import { MomentTitle } from './moment-title.tsx'
import type { Cues } from './moment-words.ts'
import { useOpensAt } from './opens-at.ts'
import type { Playhead } from './playhead.ts'
import { PlayheadBar } from './playhead-bar.tsx'
import { asTold, type NameOf, type ShownScene, timeText, unnamed } from './shown-scene.ts'
import look from './timeline.module.css'
import { TimelineDrawing } from './timeline-drawing.tsx'
import { Legend } from './timeline-legend.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { momentAt, usePlayhead, usePlayheadAt } from './use-playhead.ts'

const told = words.debrief.timeline

/** Wide drawings begin at this many CSS pixels of room. */
const WIDE_FROM = 700

export interface TimelineProps {
  scene: ShownScene
  /** Says who somebody is; without it nobody is named. */
  nameOf?: NameOf
  /** The customer's brief, for the words of confirmed triggers and calmers. */
  cues?: Cues | null
  /** Where retakes of this scene start. */
  forks?: readonly Fork[]
  /** Without it, as wide as there is room. */
  wide?: boolean
  /** ms of played time at which it opens, with the focus there. */
  opensAt?: number | undefined
  /** For a wall that nobody touches: no table and no buttons. */
  bare?: boolean
}

const NO_FORKS: readonly Fork[] = []

/** One scene over its played time: temperature, lines, moments, twists and calls. */
export function Timeline(props: TimelineProps) {
  const { scene, opensAt } = props
  const reading = useMemo(() => timelineOf(asTold(scene)), [scene])
  const head = usePlayhead(reading)
  useOpensAt(head, opensAt)
  return <TimelineAt {...props} reading={reading} head={head} />
}

interface TimelineAtProps extends TimelineProps {
  reading: Reading
  /** Shared with whatever else follows it. */
  head: Playhead
}

/** The same with a playhead that others follow too. */
export function TimelineAt({
  scene,
  nameOf = unnamed,
  cues = null,
  forks = NO_FORKS,
  wide,
  bare = false,
  reading,
  head,
}: TimelineAtProps) {
  const placed = useMemo(
    () => reading.entries.flatMap(entry => (entry.kind === 'moment' ? [entry.moment] : [])),
    [reading],
  )
  const [room, measured] = useRoom(wide)
  return (
    <div className={look.timeline} ref={measured}>
      {scene.fork && (
        <p>
          <span>{told.retakeOf(timeText(scene.fork.offset))}</span>{' '}
          {scene.fork.swapped && <span>{told.swapped}</span>}
        </p>
      )}
      {scene.played === 0 ? (
        <p className={look.soft}>{told.nothingPlayed}</p>
      ) : (
        <>
          <TimelineDrawing
            scene={scene}
            timeline={reading}
            placed={placed}
            forks={forks}
            cues={cues}
            wide={room}
            head={head}
            bare={bare}
          />
          {!bare && <PlayheadBar head={head} played={scene.played} />}
          <Legend scene={scene} reading={reading} placed={placed} forks={forks} />
        </>
      )}
      {!bare && placed.length > 0 && (
        <Chosen scene={scene} placed={placed} head={head} cues={cues} nameOf={nameOf} />
      )}
      {scene.moments.length === 0 && <p className={look.soft}>{told.noMoments}</p>}
      <Unplaced reading={reading} cues={cues} />
      {!bare && <TimelineTable timeline={reading} forks={forks} cues={cues} nameOf={nameOf} />}
    </div>
  )
}

function useRoom(wide: boolean | undefined) {
  const place = useRef<HTMLDivElement>(null)
  const [roomy, setRoomy] = useState(false)
  useLayoutEffect(() => {
    const element = place.current
    if (wide !== undefined || element === null) return
    const measure = () => setRoomy(element.clientWidth >= WIDE_FROM)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [wide])
  return [wide ?? roomy, place] as const
}

interface ChosenProps {
  scene: ShownScene
  placed: Reading['unplaced']
  head: Playhead
  cues: Cues | null
  nameOf: NameOf
}

/** The moment at the playhead, in words; thumbs walk through them with two buttons. */
function Chosen({ scene, placed, head, cues, nameOf }: ChosenProps) {
  const id = usePlayheadAt(head, momentAt)
  const playing = usePlayheadAt(head, state => state.playing)
  const chosen = placed.findIndex(each => each.id === id)
  const moment = placed[chosen]
  const last = placed.length - 1
  const choose = (index: number) => {
    const to = placed[Math.min(last, Math.max(0, index))]
    if (to !== undefined) head.seek(to.offset, to.id)
  }
  return (
    <div className={look.chosen}>
      <div className={look.walk}>
        <Button
          kind="quiet"
          icon={<ArrowLeft size={20} />}
          disabled={chosen <= 0}
          onClick={() => choose(chosen - 1)}
        >
          {told.previous}
        </Button>
        <Button
          kind="quiet"
          icon={<ArrowRight size={20} />}
          disabled={chosen === last}
          onClick={() => choose(chosen + 1)}
        >
          {told.next}
        </Button>
      </div>
      {/* Whoever listens hears what they chose, not all that passes while it plays. */}
      <div className={look.caption} role="status" aria-live={playing ? 'off' : 'polite'}>
        {moment === undefined ? (
          <p className={look.soft}>{told.choose}</p>
        ) : (
          <>
            <p className={look.soft}>{told.nth(chosen + 1, placed.length)}</p>
            <MomentInWords moment={moment} scene={scene} cues={cues} nameOf={nameOf} head={head} />
          </>
        )}
      </div>
    </div>
  )
}

interface InWordsProps {
  moment: Reading['unplaced'][number]
  scene: ShownScene
  cues: Cues | null
  nameOf: NameOf
  head: Playhead
}

function MomentInWords({ moment, scene, cues, nameOf, head }: InWordsProps) {
  const quote = quoteFor(moment, asTold(scene).lines)
  const name = nameOf(moment.by)
  const { about, nearest, remembered, as } = words.debrief.moment
  const lead = quote && { marked: about, nearest, words: remembered }[quote.from]
  return (
    <>
      <p className={look.what} data-mark={moment.mark}>
        <MarkIcon kind={moment.mark} />
        <strong>{words.debrief.moment[moment.mark]}</strong>
        <span>{timeText(moment.offset)}</span>
        <MomentTitle moment={moment} cues={cues} />
      </p>
      <p className={look.soft}>
        <span>{as[moment.as]}</span>
        {name !== '' && <bdi className={look.by}>{name}</bdi>}
      </p>
      {quote && (
        <p>
          <span className={look.soft}>{lead}</span>{' '}
          <q>
            <bdi>{quote.from === 'words' ? quote.words : quote.line.text}</bdi>
          </q>
        </p>
      )}
      {quote !== undefined && quote.from !== 'words' && (
        <Button kind="plain" icon={<ArrowDown size={20} />} onClick={() => goToLine(head, quote.line)}>
          {words.debrief.playhead.toLine}
        </Button>
      )}
    </>
  )
}

/** Confirmed triggers and calmers that nobody gave a point in time. */
function Unplaced({ reading, cues }: { reading: Reading; cues: Cues | null }) {
  const unplaced = reading.unplaced.filter(moment => !isPlaced(moment))
  if (unplaced.length === 0) return null
  return (
    <div className={look.unplaced}>
      <p className={look.soft}>{told.unplaced}</p>
      <ul>
        {unplaced.map(moment => (
          <li key={moment.id} data-mark={moment.mark}>
            <MarkIcon kind={moment.mark} />
            <span>
              <strong>{words.debrief.moment[moment.mark]}</strong> <MomentTitle moment={moment} cues={cues} />
              {moment.words && (
                <>
                  {' '}
                  <q>
                    <bdi>{moment.words}</bdi>
                  </q>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
