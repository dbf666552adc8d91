import look from './charts.module.css'

const WIDTH = 200
const HEIGHT = 28
/** Room at both ends, so that a dot at 1 or 5 is whole. */
const EDGE = 10
const xOf = (score: number) => EDGE + ((score - 1) / 4) * (WIDTH - 2 * EDGE)

interface SpreadBarProps {
  label: string
  mean: number
  lowest: number
  highest: number
  first: number | null
  last: number | null
}

/** A line from 1 to 5: lowest to highest as a bar, the mean a dot, first and last round as open and filled diamonds. */
export function SpreadBar({ label, mean, lowest, highest, first, last }: SpreadBarProps) {
  const middle = HEIGHT / 2
  return (
    <svg className={look.spreadBar} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className={look.scale} x1={xOf(1)} x2={xOf(5)} y1={middle} y2={middle} />
      {[1, 2, 3, 4, 5].map(step => (
        <line
          key={step}
          className={look.scale}
          x1={xOf(step)}
          x2={xOf(step)}
          y1={middle - 4}
          y2={middle + 4}
        />
      ))}
      <line className={look.range} x1={xOf(lowest)} x2={xOf(highest)} y1={middle} y2={middle} />
      {first !== null && <Diamond at={first} open />}
      {last !== null && <Diamond at={last} open={false} />}
      <circle className={look.mean} cx={xOf(mean)} cy={middle} r={6} />
    </svg>
  )
}

function Diamond({ at, open }: { at: number; open: boolean }) {
  const [x, y] = [xOf(at), HEIGHT - 6]
  return <path className={open ? look.first : look.last} d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`} />
}
