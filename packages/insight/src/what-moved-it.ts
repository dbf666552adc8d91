import type { CallView, Line, Moment, TwistView } from '@evenkeel/classroom'
import type { Temperature } from '@evenkeel/playbook'
import type { Told } from './played-scene.ts'
import { type ShownPoint, shownPoints } from './segments.ts'
import { isPlaced } from './timeline.ts'

/** Steps of the ladder that make a change worth talking about. */
export const SWING_STEPS = 2
/** Milliseconds of played time: this far back from each change its reasons are looked for. */
export const SWING_WITHIN = 15_000

interface Change {
  readonly offset: number
  /** At least 1. */
  readonly steps: number
}

/** A rise or fall of two steps or more, and what came before it. */
export interface Swing {
  readonly direction: 'rise' | 'fall'
  readonly from: Temperature
  readonly to: Temperature
  /** At least `SWING_STEPS`. */
  readonly steps: number
  /** Each change that it is made of, in order: its offset in ms, and by how many steps it went. */
  readonly changes: readonly Change[]
  /** Offsets of the first and the last change, in ms. The same for a change in one jump. */
  readonly begins: number
  readonly ends: number
  /**
   * Lines of the 15 s before each change. If the officer said nothing in them, their last line before that change is in it
   * as well, however long ago it was: typed lines come slowly.
   */
  readonly lines: readonly Line[]
  /** Moments marked in those times, or marked at one of these lines. */
  readonly moments: readonly Moment[]
  readonly twists: readonly TwistView[]
  readonly calls: readonly CallView[]
}

/**
 * What moved the temperature: each stretch in which it went one way only and two steps or more in all, fast or slow. So
 * any two changes that follow each other the same way belong to exactly one swing. Reads the curve as it counts. Two
 * swings that follow each other closely may share lines.
 */
export function whatMovedIt(scene: Told): Swing[] {
  return stretches(shownPoints(scene))
    .filter(({ from, to }) => Math.abs(to - from) >= SWING_STEPS)
    .map(stretch => withReasons(scene, stretch))
}

type Stretch = Pick<Swing, 'from' | 'to' | 'changes' | 'begins' | 'ends'>

function stretches(points: readonly ShownPoint[]): Stretch[] {
  const found: Stretch[] = []
  for (const [index, { level, offset }] of points.entries()) {
    const before = points[index - 1]?.level
    if (before === undefined || before === level) continue
    const last = found.at(-1)
    const change = { offset, steps: Math.abs(level - before) }
    if (last !== undefined && last.to > last.from === level > before)
      found[found.length - 1] = { ...last, to: level, ends: offset, changes: [...last.changes, change] }
    else found.push({ from: before, to: level, begins: offset, ends: offset, changes: [change] })
  }
  return found
}

function withReasons(scene: Told, stretch: Stretch): Swing {
  const { from, to, changes } = stretch
  const inTime = ({ offset }: { readonly offset: number }) => changes.some(change => isBefore(offset, change))
  const numbers = new Set(changes.flatMap(change => spokenBefore(scene.lines, change)).map(line => line.n))
  return {
    direction: to > from ? 'rise' : 'fall',
    ...stretch,
    steps: Math.abs(to - from),
    lines: scene.lines.filter(line => numbers.has(line.n)),
    moments: scene.moments
      .filter(moment => isPlaced(moment) && (inTime(moment) || numbers.has(moment.line ?? 0)))
      .toSorted((a, b) => a.offset - b.offset),
    twists: scene.twists.filter(inTime),
    calls: scene.calls.filter(inTime),
  }
}

const isBefore = (offset: number, change: Change): boolean =>
  offset >= change.offset - SWING_WITHIN && offset <= change.offset

function spokenBefore(lines: readonly Line[], change: Change): readonly Line[] {
  const near = lines.filter(({ offset }) => isBefore(offset, change))
  if (near.some(line => line.seat === 'officer')) return near
  const last = lines.findLast(line => line.seat === 'officer' && line.offset <= change.offset)
  return last === undefined ? near : [last, ...near]
}
