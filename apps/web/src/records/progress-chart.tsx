import look from './charts.module.css'

const WIDTH = 320
const HEIGHT = 120
const LEFT = 26
const RIGHT = 12
const EDGE = 12

const yOf = (score: number) => EDGE + ((5 - score) / 4) * (HEIGHT - 2 * EDGE)
const xOf = (index: number, of: number) =>
  of === 1 ? (LEFT + WIDTH - RIGHT) / 2 : LEFT + (index / (of - 1)) * (WIDTH - LEFT - RIGHT)

/** Scores from 1 to 5, oldest first, equally far apart. Crisp in print: lines and dots only, and the scale in figures. */
export function ProgressChart({ label, scores }: { label: string; scores: readonly number[] }) {
  const places = scores.map((score, index) => ({ x: xOf(index, scores.length), y: yOf(score), index }))
  return (
    <svg className={look.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[1, 3, 5].map(step => (
        <g key={step}>
          <line className={look.scale} x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(step)} y2={yOf(step)} />
          <text className={look.figure} x={LEFT - 8} y={yOf(step) + 4} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      <polyline className={look.curve} points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {places.map(({ x, y, index }) => (
        <circle key={index} className={look.mean} cx={x} cy={y} r={4.5} />
      ))}
    </svg>
  )
}
