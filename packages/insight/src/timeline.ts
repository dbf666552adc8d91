import type { CallView, CurvePoint, Line, Moment, TwistView } from '@evenkeel/classroom'
import type { Temperature } from '@evenkeel/playbook'
import { type Heat, heatOf } from './heat.ts'
import type { Told } from './played-scene.ts'
import { firstSegments, type Segment, shownPoints, shownSegments } from './segments.ts'

/** Something that happened at a point of played time. */
export type Entry =
  | {
      readonly kind: 'temperature'
      readonly offset: number
      readonly level: Temperature
      /** Null at the start of the scene. */
      readonly before: Temperature | null
      readonly corrected: boolean
    }
  | { readonly kind: 'twist'; readonly offset: number; readonly twist: TwistView }
  | { readonly kind: 'call'; readonly offset: number; readonly call: CallView }
  | { readonly kind: 'line'; readonly offset: number; readonly line: Line }
  | { readonly kind: 'moment'; readonly offset: number; readonly moment: Moment }

export interface Timeline {
  /** Milliseconds of played time. */
  readonly played: number
  /** In the order of their offsets; what came in the same millisecond is ordered by kind, then by its own number. */
  readonly entries: readonly Entry[]
  /** Triggers and calmers that the customer confirmed without saying where. They are at no point of the timeline. */
  readonly unplaced: readonly Moment[]
  /** The temperature as it counts: corrected where the customer corrected it. Covers exactly 0 to `played`. */
  readonly segments: readonly Segment[]
  /** The temperature as first tapped; null unless it was corrected. */
  readonly first: readonly Segment[] | null
  readonly heat: Heat
}

/** Lines, temperature, moments, twists and calls of a scene in one ordered list. Does not depend on the order of moments. */
export function timelineOf(scene: Told): Timeline {
  const placed = scene.moments.filter(isPlaced)
  const entries: Entry[] = [
    ...temperatures(scene),
    ...scene.twists.map((twist): Entry => ({ kind: 'twist', offset: twist.offset, twist })),
    ...scene.calls.map((call): Entry => ({ kind: 'call', offset: call.offset, call })),
    ...scene.lines.map((line): Entry => ({ kind: 'line', offset: line.offset, line })),
    ...placed.map((moment): Entry => ({ kind: 'moment', offset: moment.offset, moment })),
  ]
  return {
    played: scene.played,
    entries: entries.sort(inOrder),
    unplaced: scene.moments.filter(moment => !isPlaced(moment)).sort(byNumber),
    segments: shownSegments(scene),
    first: firstSegments(scene),
    heat: heatOf(scene),
  }
}

/** A cue that the customer confirmed without a line was kept at the end of the scene, but nobody knows where it was. */
export function isPlaced(moment: Moment): boolean {
  return moment.cue === undefined || moment.line !== undefined
}

/** The level in force at an offset: the last one set at or before it. Undefined before the first and without a curve. */
export function levelAt(curve: Iterable<CurvePoint>, offset: number): Temperature | undefined {
  let level: Temperature | undefined
  for (const point of curve) {
    if (point.offset > offset) break
    level = point.level
  }
  return level
}

function temperatures(scene: Told): Entry[] {
  const points = shownPoints(scene)
  return points.map(({ level, offset, corrected }, index) => ({
    kind: 'temperature',
    offset,
    level,
    before: points[index - 1]?.level ?? null,
    corrected,
  }))
}

/** Somebody speaks, then the temperature answers, then an observer has seen it. */
const RANK: Readonly<Record<Entry['kind'], number>> = {
  twist: 1,
  call: 2,
  line: 3,
  temperature: 4,
  moment: 5,
}

function inOrder(a: Entry, b: Entry): number {
  return a.offset - b.offset || rank(a) - rank(b) || numberOf(a) - numberOf(b)
}

const rank = (entry: Entry) => (entry.kind === 'temperature' && entry.before === null ? 0 : RANK[entry.kind])

function numberOf(entry: Entry): number {
  switch (entry.kind) {
    case 'twist':
      return entry.twist.index
    case 'call':
      return entry.call.index
    case 'line':
      return entry.line.n
    case 'moment':
      return momentNumber(entry.moment)
    case 'temperature':
      // No two stand at one offset.
      return 0
  }
}

/** Moment ids are `m1`, `m2` … in the order in which they were marked. */
const momentNumber = ({ id }: Moment): number => Number(id.slice(1)) || 0
const byNumber = (a: Moment, b: Moment) => momentNumber(a) - momentNumber(b)
