import type { WallCell } from '@evenkeel/classroom/view'
import { words } from '../../words/en.ts'
import look from './wall.module.css'

const WIDTH = 100
const HEIGHT = 28

/** The temperature's way so far, as steps. What it is now stands beside it as a word. */
export function Spark({ cell }: { cell: WallCell }) {
  const { curve, level, clock } = cell
  const last = curve.at(-1)?.[0] ?? 0
  const end = Math.max(60, last + 10, Math.floor(clock.played / 1_000))
  const x = (second: number) => ((second / end) * WIDTH).toFixed(1)
  const y = (of: number) => (HEIGHT - 2 - ((of - 1) / 6) * (HEIGHT - 4)).toFixed(1)
  const way = curve.map(([second, of], index) => (index === 0 ? `M0 ${y(of)}` : `H${x(second)}V${y(of)}`))
  if (way.length === 0) return null
  return (
    <svg
      className={look.spark}
      data-level={level}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.wall.curve}
    >
      <path d={`${way.join('')}H${WIDTH}`} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
