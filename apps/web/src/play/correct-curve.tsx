'use client'

import type { CurvePoint } from '@evenkeel/classroom/view'
import { ChevronLeft, ChevronRight, Minus, Plus } from 'lucide-react'
import { type PointerEvent, useId, useRef, useState } from 'react'
import { useLadder } from '../language/use-ladder.ts'
import { Button } from '../look/button.tsx'
import { Heat } from '../look/heat.tsx'
import { Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import look from './correct-curve.module.css'
import { steps } from './curve.tsx'
import { dropPoint, movePoint, roomOf, sameCurve, splitPoint, tidied } from './curve-points.ts'
import prose from './prose.module.css'
import { offsetText, placeOf, type Stage, sceneNow } from './stage.ts'

const text = playWords.correct
const WIDTH = 340
const HEIGHT = 210
const SIDE = 18
const TOP = 18
const BOTTOM = 26

/** What the customer tapped, to be put right while they still remember it: by finger, mouse or keys. */
export function CorrectCurve({ stage }: { stage: Stage }) {
  const { curve } = sceneNow(stage.room)
  if (curve === null || curve.length === 0) return null
  return (
    <details className={prose.details}>
      <summary>{text.open}</summary>
      <Editor stage={stage} curve={curve} />
    </details>
  )
}

function Editor({ stage: { room, act }, curve }: { stage: Stage; curve: readonly CurvePoint[] }) {
  const { corrected, played } = sceneNow(room)
  const length = Math.max(1_000, played)
  const [points, setPoints] = useState(() => tidied(corrected ?? curve, length))
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, points.length - 1)
  const kept = sameCurve(points, tidied(corrected ?? curve, length))
  const move = (to: { level?: number; offset?: number }, index = at) =>
    setPoints(before => movePoint(before, index, to, length))
  return (
    <Stack gap={3}>
      <p className={prose.soft}>{text.means}</p>
      <Drawing {...{ curve, points, at, length }} onChoose={setChosen} onMove={move} />
      <ChosenPoint {...{ points, at, length }} onChoose={setChosen} onMove={move} />
      <div className={look.row}>
        <Button
          onClick={() => {
            const next = splitPoint(points, at, length)
            setPoints(next)
            if (next !== points) setChosen(at + 1)
          }}
        >
          {text.add}
        </Button>
        <Button
          disabled={at === 0}
          onClick={() => {
            setPoints(dropPoint(points, at))
            setChosen(at - 1)
          }}
        >
          {text.drop}
        </Button>
        <Button
          disabled={sameCurve(points, tidied(curve, length))}
          onClick={() => setPoints(tidied(curve, length))}
        >
          {text.asTapped}
        </Button>
      </div>
      <Button
        wide
        disabled={kept}
        onClick={() => void act('CorrectCurve', { place: placeOf(room), points: [...points] })}
      >
        {text.keep}
      </Button>
      <p role="status">{kept && corrected !== null && <span>{text.kept}</span>}</p>
    </Stack>
  )
}

interface EditingProps {
  points: readonly CurvePoint[]
  at: number
  length: number
  onChoose: (index: number) => void
  onMove: (to: { level?: number; offset?: number }, index?: number) => void
}

function Drawing({
  curve,
  points,
  at,
  length,
  onChoose,
  onMove,
}: EditingProps & { curve: readonly CurvePoint[] }) {
  const held = useRef<number>(undefined)
  const ladder = useLadder()
  const x = (offset: number) => SIDE + (Math.min(offset, length) / length) * (WIDTH - 2 * SIDE)
  const y = (level: number) => TOP + ((7 - level) / 6) * (HEIGHT - TOP - BOTTOM)
  const under = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const [left, top] = [event.clientX - box.left, event.clientY - box.top].map(
      px => (px / box.width) * WIDTH,
    )
    return {
      offset: (((left ?? 0) - SIDE) / (WIDTH - 2 * SIDE)) * length,
      level: 7 - (((top ?? 0) - TOP) / (HEIGHT - TOP - BOTTOM)) * 6,
    }
  }
  const take = (event: PointerEvent<SVGSVGElement>) => {
    const finger = under(event)
    const far = (point: CurvePoint) =>
      Math.hypot(x(point.offset) - x(finger.offset), y(point.level) - y(finger.level))
    const nearest = points.reduce((best, point, index) => {
      const known = points[best]
      return known !== undefined && far(known) <= far(point) ? best : index
    }, 0)
    held.current = nearest
    onChoose(nearest)
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={look.drawing}
      aria-hidden="true"
      onPointerDown={take}
      onPointerMove={event => held.current !== undefined && onMove(under(event), held.current)}
      onPointerUp={() => {
        held.current = undefined
      }}
      onPointerCancel={() => {
        held.current = undefined
      }}
    >
      {ladder.steps.map(({ level, word }) => (
        <g key={level}>
          <line className={look.grid} x1={SIDE} x2={WIDTH - SIDE} y1={y(level)} y2={y(level)} />
          <text className={look.word} lang={ladder.lang} x={SIDE} y={y(level) - 4}>
            {word}
          </text>
        </g>
      ))}
      <path className={look.before} d={steps(curve, length, x, y)} />
      <path className={look.line} d={steps(points, length, x, y)} />
      {points.map((point, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place in the row
          key={index}
          className={look.point}
          data-chosen={index === at || undefined}
          cx={x(point.offset)}
          cy={y(point.level)}
          r={index === at ? 11 : 7}
        />
      ))}
      <text className={look.word} x={SIDE} y={HEIGHT - 6}>
        0:00
      </text>
      <text className={look.word} data-end x={WIDTH - SIDE} y={HEIGHT - 6}>
        {offsetText(length)}
      </text>
    </svg>
  )
}

/** The same without the picture: step to a point, make it hotter or cooler, move its time. */
function ChosenPoint({ points, at, length, onChoose, onMove }: EditingProps) {
  const id = useId()
  const point = points[at]
  if (point === undefined) return null
  const [least, most] = roomOf(points, at, length)
  return (
    <fieldset className={look.chosen}>
      <legend className="visually-hidden">{text.point}</legend>
      <div className={look.between}>
        <Button disabled={at === 0} onClick={() => onChoose(at - 1)} aria-label={text.previous}>
          <ChevronLeft aria-hidden="true" size={22} />
        </Button>
        <p role="status" className={look.which}>
          <strong>{text.pointOf(at + 1, points.length)}</strong>
          <span>{text.at(offsetText(point.offset))}</span>
        </p>
        <Button
          disabled={at === points.length - 1}
          onClick={() => onChoose(at + 1)}
          aria-label={text.following}
        >
          <ChevronRight aria-hidden="true" size={22} />
        </Button>
      </div>
      <div className={look.between}>
        <Button
          disabled={point.level === 1}
          onClick={() => onMove({ level: point.level - 1 })}
          aria-label={playWords.scene.cooler}
        >
          <Minus aria-hidden="true" size={22} />
        </Button>
        <span role="status">
          <Heat level={point.level} />
        </span>
        <Button
          disabled={point.level === 7}
          onClick={() => onMove({ level: point.level + 1 })}
          aria-label={playWords.scene.hotter}
        >
          <Plus aria-hidden="true" size={22} />
        </Button>
      </div>
      <label htmlFor={id}>{text.when}</label>
      <input
        id={id}
        className={look.slide}
        type="range"
        min={least}
        max={Math.max(most, least + 1)}
        step={1_000}
        value={point.offset}
        disabled={at === 0}
        aria-valuetext={offsetText(point.offset)}
        onChange={event => onMove({ offset: Number(event.target.value) })}
      />
    </fieldset>
  )
}
