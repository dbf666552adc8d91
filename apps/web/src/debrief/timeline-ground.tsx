import { useLadder } from '../language/use-ladder.ts'
import { words } from '../words/en.ts'
import look from './timeline.module.css'
import { axisMarks, type Frame, xAt, yAt } from './timeline-frame.ts'

const told = words.debrief.timeline

/** What stands behind the curve: the seven levels with their words, the time axis, the names of the lanes. */
export function Ground({ frame }: { frame: Frame }) {
  const ladder = useLadder()
  const { left, right, bottom, text, played, axis } = frame
  const lanes = [
    { y: frame.events, name: told.events },
    { y: frame.said, name: told.said },
    { y: frame.helped, name: told.helped },
    { y: frame.hurt, name: told.hurt },
  ]
  return (
    <g>
      {ladder.steps.map(({ level, word }) => (
        <g key={level} data-level={level}>
          <path className={look.row} d={`M${left} ${yAt(frame, level)}H${right}`} />
          <text
            className={look.level}
            lang={ladder.lang}
            x={left - text * 0.7}
            y={yAt(frame, level)}
            dy="0.35em"
            textAnchor="end"
            fontSize={text}
          >
            {word}
          </text>
        </g>
      ))}
      <path className={look.axis} d={`M${left} ${bottom}H${right}`} />
      {axisMarks(frame).map(offset => (
        <g key={offset}>
          <path className={look.axis} d={`M${xAt(frame, offset)} ${axis}v${text * 0.4}`} />
          <text
            className={look.quiet}
            x={xAt(frame, offset)}
            y={axis + text * 1.4}
            textAnchor="middle"
            fontSize={text}
          >
            {axisText(offset, played)}
          </text>
        </g>
      ))}
      <text
        className={look.quiet}
        x={left - text * 0.7}
        y={axis + text * 1.4}
        textAnchor="end"
        fontSize={text}
      >
        {played < 60_000 ? told.secondsUnit : told.minutes}
      </text>
      {lanes.map(
        ({ y, name }) =>
          y !== null && (
            <g key={name}>
              <path className={look.row} d={`M${left} ${y}H${right}`} />
              <text
                className={look.lane}
                x={left - text * 0.7}
                y={y}
                dy="0.35em"
                textAnchor="end"
                fontSize={text}
              >
                {name}
              </text>
            </g>
          ),
      )}
    </g>
  )
}

/** Whole minutes as a number; between them `0:30`. Under a minute, seconds. */
function axisText(offset: number, played: number): string {
  const seconds = Math.round(offset / 1_000)
  if (played < 60_000) return `${seconds}`
  const rest = seconds % 60
  const minutes = Math.floor(seconds / 60)
  return rest === 0 ? `${minutes}` : `${minutes}:${String(rest).padStart(2, '0')}`
}
