import type { Segment, Timeline } from '@evenkeel/insight/scene'
import look from './timeline.module.css'
import { type Frame, xAt, yAt } from './timeline-frame.ts'

/**
 * The temperature as it counts, coloured by its level; beside it, dashed, as it was first tapped. One path for all
 * stretches of a level: four hundred moves would be eight hundred paths.
 */
export function Curve({ frame, timeline }: { frame: Frame; timeline: Pick<Timeline, 'segments' | 'first'> }) {
  const { segments, first } = timeline
  if (segments.length === 0) return null
  const levels = [...new Set(segments.map(({ level }) => level))].map(level => ({
    level,
    stretches: segments.filter(segment => segment.level === level),
  }))
  return (
    <g>
      {levels.map(({ level, stretches }) => (
        <path
          key={level}
          className={look.under}
          data-level={level}
          d={stretches.map(segment => underPath(segment, frame)).join('')}
        />
      ))}
      {first !== null && <path className={look.first} d={stepPath(first, frame)} />}
      <path className={look.curve} d={stepPath(segments, frame)} />
      {levels.map(({ level, stretches }) => (
        <path
          key={level}
          className={look.stretch}
          data-level={level}
          d={stretches.map(segment => stepPath([segment], frame)).join('')}
        />
      ))}
      {first !== null && (
        <path
          className={look.corrected}
          d={stepPath(
            segments.filter(each => each.corrected),
            frame,
          )}
        />
      )}
    </g>
  )
}

/** Stretches that touch are joined by an upright; others begin anew. */
export function stepPath(segments: readonly Segment[], frame: Frame): string {
  return segments
    .map(({ from, to, level }, index) => {
      const y = yAt(frame, level)
      const joined = segments[index - 1]?.to === from
      return `${joined ? `V${y}` : `M${xAt(frame, from)} ${y}`}H${xAt(frame, to)}`
    })
    .join('')
}

const underPath = ({ from, to, level }: Segment, frame: Frame): string =>
  `M${xAt(frame, from)} ${frame.bottom}V${yAt(frame, level)}H${xAt(frame, to)}V${frame.bottom}Z`
