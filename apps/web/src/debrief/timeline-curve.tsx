import type { Segment, Timeline } from '@evenkeel/insight/scene'
import look from './timeline.module.css'
import { type Frame, xAt, yAt } from './timeline-frame.ts'

/** The temperature as it counts, coloured by its level; beside it, dashed, as it was first tapped. */
export function Curve({ frame, timeline }: { frame: Frame; timeline: Pick<Timeline, 'segments' | 'first'> }) {
  const { segments, first } = timeline
  if (segments.length === 0) return null
  return (
    <g>
      {segments.map(segment => (
        <path
          key={segment.from}
          className={look.under}
          data-level={segment.level}
          d={underPath(segment, frame)}
        />
      ))}
      {first !== null && <path className={look.first} d={stepPath(first, frame)} />}
      <path className={look.curve} d={stepPath(segments, frame)} />
      {segments.map(segment => (
        <path
          key={segment.from}
          className={look.stretch}
          data-level={segment.level}
          data-corrected={segment.corrected || undefined}
          d={stepPath([segment], frame)}
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
