import type { CurvePoint, Moment } from '@evenkeel/classroom/view'
import { useLadder } from '../language/use-ladder.ts'
import { playWords } from '../words/en/play.ts'
import look from './curve.module.css'
import { offsetText } from './stage.ts'

const text = playWords.debrief
const WIDTH = 340
const HEIGHT = 170
const LEFT = 8
const RIGHT = 8
const TOP = 14
const BOTTOM = 24

interface CurveProps {
  curve: readonly CurvePoint[]
  corrected: readonly CurvePoint[] | null
  moments: readonly Moment[]
  /** Length of the scene in ms. */
  played: number
}

/** The temperature as steps over played time, with the moments on it. Own SVG: it needs nothing else. */
export function Curve({ curve, corrected, moments, played }: CurveProps) {
  const { lang, wordOf } = useLadder()
  const length = Math.max(played, 1_000, curve.at(-1)?.offset ?? 0)
  const x = (offset: number) => LEFT + (Math.min(offset, length) / length) * (WIDTH - LEFT - RIGHT)
  const y = (level: number) => TOP + ((7 - level) / 6) * (HEIGHT - TOP - BOTTOM)
  const levelAt = (offset: number) =>
    (corrected ?? curve).findLast(point => point.offset <= offset)?.level ?? curve[0]?.level ?? 4
  const said = (corrected ?? curve).map(point => `${offsetText(point.offset)} ${wordOf(point.level)}`)
  return (
    <figure className={look.curve}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text.curveSays(said.join(', '))}>
        {([1, 4, 7] as const).map(level => (
          <g key={level}>
            <line className={look.grid} x1={LEFT} x2={WIDTH - RIGHT} y1={y(level)} y2={y(level)} />
            <text className={look.word} lang={lang} x={LEFT} y={y(level) - 4}>
              {wordOf(level)}
            </text>
          </g>
        ))}
        <path className={corrected === null ? look.line : look.before} d={steps(curve, length, x, y)} />
        {corrected !== null && <path className={look.line} d={steps(corrected, length, x, y)} />}
        {moments.map(moment => (
          <circle
            key={moment.id}
            className={look.moment}
            data-mark={moment.mark}
            cx={x(moment.offset)}
            cy={y(levelAt(moment.offset))}
            r={6}
          />
        ))}
        <text className={look.word} x={LEFT} y={HEIGHT - 6}>
          0:00
        </text>
        <text className={look.word} data-end x={WIDTH - RIGHT} y={HEIGHT - 6}>
          {offsetText(length)}
        </text>
      </svg>
      {corrected !== null && <figcaption>{text.corrected}</figcaption>}
    </figure>
  )
}

/** A path that keeps each level until the next point: temperature moves in steps, it does not glide. */
export function steps(
  points: readonly CurvePoint[],
  length: number,
  x: (offset: number) => number,
  y: (level: number) => number,
): string {
  const [first] = points
  if (first === undefined) return ''
  const rest = points.slice(1).map(({ offset, level }) => `H${x(offset).toFixed(1)}V${y(level).toFixed(1)}`)
  return `M${x(0).toFixed(1)} ${y(first.level).toFixed(1)}${rest.join('')}H${x(length).toFixed(1)}`
}
