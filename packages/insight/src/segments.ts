import type { CurvePoint } from '@evenkeel/classroom'
import type { Temperature } from '@evenkeel/playbook'
import type { Told } from './played-scene.ts'

/** A stretch of played time at one level, from `from` up to but not including `to`, in ms. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly level: Temperature
  /** The customer set it afterwards, when they corrected the curve. */
  readonly corrected: boolean
}

/** A point of the curve as it counts. */
export interface ShownPoint extends CurvePoint {
  readonly corrected: boolean
}

type Curves = Pick<Told, 'played' | 'curve' | 'corrected'>

/**
 * The curve as it counts: the corrected one, and before its first point the curve as tapped, since about that stretch
 * the customer said nothing. The first point stands from the beginning of the scene. A level that was replaced within
 * the same millisecond never stood and is left out: taps made offline may all arrive at one offset.
 */
export function shownPoints({ curve, corrected }: Pick<Curves, 'curve' | 'corrected'>): ShownPoint[] {
  const [firstCorrection] = corrected ?? []
  const tapped = (curve ?? []).map(point => ({ ...point, corrected: false }))
  if (corrected === null || firstCorrection === undefined) return tapped.filter(stood)
  const kept = tapped.filter(point => point.offset < firstCorrection.offset)
  return [...kept, ...corrected.map(point => ({ ...point, corrected: true }))].filter(stood)
}

const stood = (point: ShownPoint, index: number, points: readonly ShownPoint[]): boolean =>
  points[index + 1]?.offset !== point.offset

/** The curve as it counts, as contiguous stretches that cover exactly 0 to `played`. Empty without a curve or a scene. */
export const shownSegments = (scene: Curves): Segment[] => segmentsOf(shownPoints(scene), scene.played)

/** The curve as first tapped, or null if it was never corrected. */
export function firstSegments({ curve, corrected, played }: Curves): Segment[] | null {
  if (corrected === null || corrected.length === 0) return null
  return segmentsOf(shownPoints({ curve, corrected: null }), played)
}

/** Points in the order of their offsets, each offset once. */
function segmentsOf(points: readonly ShownPoint[], played: number): Segment[] {
  const segments: Segment[] = []
  for (const [index, { level, offset, corrected }] of points.entries()) {
    const from = index === 0 ? 0 : Math.min(offset, played)
    const to = Math.min(points[index + 1]?.offset ?? played, played)
    if (to <= from) continue
    const last = segments.at(-1)
    if (last?.level === level && last.corrected === corrected) segments[segments.length - 1] = { ...last, to }
    else segments.push({ from, to, level, corrected })
  }
  return segments
}
