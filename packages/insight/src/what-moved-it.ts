import type { CallView, Line, Moment, TwistView } from '@evenkeel/classroom'
import type { Temperature } from '@evenkeel/playbook'
import type { Told } from './played-scene.ts'
import { type ShownPoint, shownPoints } from './segments.ts'
import { isPlaced } from './timeline.ts'

/** Steps of the ladder that make a change worth talking about. */
export const SWING_STEPS = 2
/** Milliseconds of played time: within these a swing happens, and this far back its reasons are looked for. */
export const SWING_WITHIN = 15_000

/** A rise or fall of two steps or more, and what came before it. */
export interface Swing {
  readonly direction: 'rise' | 'fall'
  readonly from: Temperature
  readonly to: Temperature
  /** At least `SWING_STEPS`. */
  readonly steps: number
  /** Offsets of the first and the last change, in ms. The same for a change in one jump. */
  readonly begins: number
  readonly ends: number
  /**
   * Lines from 15 s before it began until it ended. If the officer said nothing in that time, their last line before it
   * is in it as well, however long ago it was: typed lines come slowly.
   */
  readonly lines: readonly Line[]
  /** Moments marked in that time, or marked at one of these lines. */
  readonly moments: readonly Moment[]
  readonly twists: readonly TwistView[]
  readonly calls: readonly CallView[]
}

/**
 * What moved the temperature: each stretch in which it went one way only, with no more than 15 s of played time from
 * one change to the next, and two steps or more in all. So any two steps within 15 s belong to exactly one swing.
 * Reads the curve as it counts. Two swings that follow each other closely may share lines.
 */
export function whatMovedIt(scene: Told): Swing[] {
  return stretches(shownPoints(scene))
    .filter(({ from, to }) => Math.abs(to - from) >= SWING_STEPS)
    .map(stretch => withReasons(scene, stretch))
}

type Stretch = Pick<Swing, 'from' | 'to' | 'begins' | 'ends'>

function stretches(points: readonly ShownPoint[]): Stretch[] {
  const found: Stretch[] = []
  for (const [index, { level, offset }] of points.entries()) {
    const before = points[index - 1]?.level
    if (before === undefined || before === level) continue
    const last = found.at(-1)
    const goesOn =
      last !== undefined && last.to > last.from === level > before && offset - last.ends <= SWING_WITHIN
    if (goesOn) found[found.length - 1] = { ...last, to: level, ends: offset }
    else found.push({ from: before, to: level, begins: offset, ends: offset })
  }
  return found
}

function withReasons(scene: Told, stretch: Stretch): Swing {
  const { from, to, begins, ends } = stretch
  const since = begins - SWING_WITHIN
  const inTime = ({ offset }: { readonly offset: number }) => offset >= since && offset <= ends
  const near = scene.lines.filter(inTime)
  const lines = near.some(line => line.seat === 'officer')
    ? near
    : [...scene.lines.filter(line => line.seat === 'officer' && line.offset < since).slice(-1), ...near]
  const numbers = new Set(lines.map(line => line.n))
  return {
    direction: to > from ? 'rise' : 'fall',
    ...stretch,
    steps: Math.abs(to - from),
    lines,
    moments: scene.moments
      .filter(moment => isPlaced(moment) && (inTime(moment) || numbers.has(moment.line ?? 0)))
      .toSorted((a, b) => a.offset - b.offset),
    twists: scene.twists.filter(inTime),
    calls: scene.calls.filter(inTime),
  }
}
