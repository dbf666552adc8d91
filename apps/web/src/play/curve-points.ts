import type { CurvePoint } from '@evenkeel/classroom/view'
import { isTemperature } from './unsent.ts'

/** The shortest step in ms that can be drawn apart from its neighbours. */
export const SHORTEST_STEP = 1_000
/** The most points that the class takes. */
const MOST_POINTS = 1_000

/** How far a point may go: the first stands at the beginning, the others between their neighbours. In ms. */
export function roomOf(points: readonly CurvePoint[], index: number, played: number): [number, number] {
  if (index === 0) return [0, 0]
  const from = (points[index - 1]?.offset ?? 0) + SHORTEST_STEP
  const to = index === points.length - 1 ? played : (points[index + 1]?.offset ?? played) - SHORTEST_STEP
  const here = points[index]?.offset ?? from
  // Two taps of one second may lie closer than that already: then they stay where they are.
  return [Math.min(from, here), Math.max(to, here)]
}

/** One point moved to a level or a time; what is out of bounds stops at the bound. */
export function movePoint(
  points: readonly CurvePoint[],
  index: number,
  to: { readonly level?: number; readonly offset?: number },
  played: number,
): readonly CurvePoint[] {
  const [least, most] = roomOf(points, index, played)
  return points.map((point, at) => {
    if (at !== index) return point
    const level = Math.min(7, Math.max(1, Math.round(to.level ?? point.level)))
    const offset = Math.min(most, Math.max(least, Math.round(to.offset ?? point.offset)))
    return { level: isTemperature(level) ? level : point.level, offset }
  })
}

/** A new step in the middle of the time that this one lasts; the same points where there is no room for one. */
export function splitPoint(
  points: readonly CurvePoint[],
  index: number,
  played: number,
): readonly CurvePoint[] {
  const point = points[index]
  if (point === undefined || points.length >= MOST_POINTS) return points
  const end = points[index + 1]?.offset ?? played
  if (end - point.offset < 2 * SHORTEST_STEP) return points
  const middle = { level: point.level, offset: Math.round((point.offset + end) / 2) }
  return points.toSpliced(index + 1, 0, middle)
}

/** Without this step; the first one stays, since a curve has a beginning. */
export const dropPoint = (points: readonly CurvePoint[], index: number): readonly CurvePoint[] =>
  index === 0 ? points : points.filter((_, at) => at !== index)

/** Points as the class takes them: the first at 0, in order, within what was played. */
export function tidied(points: readonly CurvePoint[], played: number): readonly CurvePoint[] {
  let last = 0
  return points.map((point, index) => {
    last = index === 0 ? 0 : Math.min(played, Math.max(last, point.offset))
    return { level: point.level, offset: last }
  })
}

export const sameCurve = (a: readonly CurvePoint[], b: readonly CurvePoint[]): boolean =>
  a.length === b.length &&
  a.every((point, index) => point.level === b[index]?.level && point.offset === b[index]?.offset)
