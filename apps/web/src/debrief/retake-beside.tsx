import type { SceneView } from '@evenkeel/classroom/view'
import { type Beside, besideFirst, type Try } from '@evenkeel/insight/scene'
import { useMemo } from 'react'
import { useLadder } from '../language/use-ladder.ts'
import { Heat } from '../look/heat.tsx'
import { words } from '../words/en.ts'
import page from './debrief.module.css'
import look from './retake.module.css'
import { asTold, type NameOf, timeText } from './shown-scene.ts'
import drawn from './timeline.module.css'
import { Curve } from './timeline-curve.tsx'
import { frameOf } from './timeline-frame.ts'
import { Ground } from './timeline-ground.tsx'
import transcript from './transcript.module.css'
import { LineItem } from './transcript.tsx'
import whatMoved from './what-moved.module.css'

const told = words.debrief.retake
const NO_LANES = { events: false, said: false, helped: false, hurt: false }
const NO_MOMENTS: readonly never[] = []

interface RetakeBesideProps {
  scene: SceneView
  retake: SceneView
  nameOf: NameOf
}

/** The stretch as it went first, and as it went again: two drawings of the same length, and the words of both. */
export function RetakeBeside({ scene, retake, nameOf }: RetakeBesideProps) {
  const beside = useMemo(
    () => besideFirst(asTold(scene), asTold(retake), retake.fork?.offset ?? 0),
    [scene, retake],
  )
  const { first, again } = beside
  const longest = Math.max(first.played, again.played)
  return (
    <div className={look.besides}>
      <p className={look.outcome}>{outcomeOf(beside)}</p>
      <div className={look.tries}>
        <OneTry title={told.first(timeText(beside.fork))} one={first} longest={longest} nameOf={nameOf} />
        <OneTry title={told.again} one={again} longest={longest} nameOf={nameOf} />
      </div>
    </div>
  )
}

function outcomeOf({ cooler }: Pick<Beside, 'cooler'>): string {
  if (cooler === null) return told.noCurve
  if (cooler === 0) return told.asHot
  return cooler > 0 ? told.cooler(cooler) : told.hotter(-cooler)
}

interface OneTryProps {
  title: string
  one: Try
  /** Of both, in ms: so that a second is as wide in one as in the other. */
  longest: number
  nameOf: NameOf
}

function OneTry({ title, one, longest, nameOf }: OneTryProps) {
  const { wordOf } = useLadder()
  const frame = useMemo(() => frameOf(longest, NO_LANES, false), [longest])
  return (
    <section className={look.try} aria-label={title}>
      <h3>{title}</h3>
      {one.ended !== null && (
        <p className={whatMoved.swingHead}>
          <span>{told.ended}</span>
          <Heat level={one.ended} />
        </p>
      )}
      {one.segments.length > 0 && (
        <svg
          className={drawn.drawing}
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          width={frame.width}
          height={frame.height}
          role="img"
          aria-label={one.segments.map(({ from, level }) => `${timeText(from)} ${wordOf(level)}`).join(', ')}
        >
          <Ground frame={frame} />
          <Curve frame={frame} timeline={{ segments: one.segments, first: null }} />
        </svg>
      )}
      {one.lines.length === 0 ? (
        <p className={page.soft}>{words.debrief.said.none}</p>
      ) : (
        <ol className={transcript.lines}>
          {one.lines.map(line => (
            <LineItem key={line.n} line={line} moments={NO_MOMENTS} cues={null} nameOf={nameOf} />
          ))}
        </ol>
      )}
    </section>
  )
}
