'use client'

import type { Fork } from '@evenkeel/classroom/view'
import { isPlaced, quoteFor, type Timeline as Reading, timelineOf } from '@evenkeel/insight/scene'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import { MarkIcon } from './mark-shape.tsx'
import { MomentTitle } from './moment-title.tsx'
import type { Cues } from './moment-words.ts'
import { asTold, type NameOf, type ShownScene, timeText, unnamed } from './shown-scene.ts'
import look from './timeline.module.css'
import { TimelineDrawing } from './timeline-drawing.tsx'
import { Legend } from './timeline-legend.tsx'
import { TimelineTable } from './timeline-table.tsx'

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
  /** For a wall that nobody touches: no table and no buttons. */
  bare?: boolean
}

/** One scene over its played time: temperature, lines, moments, twists and calls. */
export function Timeline({ scene, nameOf = unnamed, cues = null, forks = [], wide, bare }: TimelineProps) {
  const reading = useMemo(() => timelineOf(asTold(scene)), [scene])
  const placed = useMemo(
    () => reading.entries.flatMap(entry => (entry.kind === 'moment' ? [entry.moment] : [])),
    [reading],
  )
  const [picked, setPicked] = useState<number>()
  const chosen = picked === undefined || picked >= placed.length ? undefined : picked
  const [room, measured] = useRoom(wide)
  const svg = useRef<SVGSVGElement>(null)
  return (
    <div className={look.timeline} ref={measured}>
      {scene.fork && (
        <p>
          <span>{told.retakeOf(timeText(scene.fork.offset))}</span>{' '}
          {scene.fork.swapped && <span>{told.swapped}</span>}
        </p>
      )}
      <TimelineDrawing
        scene={scene}
        timeline={reading}
        placed={placed}
        forks={forks}
        cues={cues}
        wide={room}
        chosen={chosen}
        onChoose={setPicked}
        svg={svg}
      />
      <Legend scene={scene} reading={reading} placed={placed} forks={forks} />
      {!bare && placed.length > 0 && (
        <Chosen
          scene={scene}
          placed={placed}
          chosen={chosen}
          onChoose={setPicked}
          cues={cues}
          nameOf={nameOf}
        />
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
  chosen: number | undefined
  onChoose: (index: number) => void
  cues: Cues | null
  nameOf: NameOf
}

/** The moment that was chosen, in words; thumbs walk through them with two buttons. */
function Chosen({ scene, placed, chosen, onChoose, cues, nameOf }: ChosenProps) {
  const moment = chosen === undefined ? undefined : placed[chosen]
  const last = placed.length - 1
  return (
    <div className={look.chosen}>
      <div className={look.walk}>
        <Button
          kind="quiet"
          icon={<ArrowLeft size={20} />}
          disabled={chosen === undefined || chosen === 0}
          onClick={() => onChoose(Math.max(0, (chosen ?? 0) - 1))}
        >
          {told.previous}
        </Button>
        <Button
          kind="quiet"
          icon={<ArrowRight size={20} />}
          disabled={chosen === last}
          onClick={() => onChoose(chosen === undefined ? 0 : Math.min(last, chosen + 1))}
        >
          {told.next}
        </Button>
      </div>
      <div className={look.caption} role="status">
        {moment === undefined || chosen === undefined ? (
          <p className={look.soft}>{told.choose}</p>
        ) : (
          <>
            <p className={look.soft}>{told.nth(chosen + 1, placed.length)}</p>
            <MomentInWords moment={moment} scene={scene} cues={cues} nameOf={nameOf} />
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
}

function MomentInWords({ moment, scene, cues, nameOf }: InWordsProps) {
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
