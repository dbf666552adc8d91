import type { Line, Moment } from '@evenkeel/classroom'
import type { Temperature } from '@evenkeel/playbook'
import type { Entry, Timeline } from './timeline.ts'

/** How fast a scene is played back: ms of played time in a ms of real time. */
export const SPEEDS = [1, 2, 4, 8, 16] as const
export type Speed = (typeof SPEEDS)[number]

/** A scene as it stood at one point of its played time. */
export interface Instant {
  /** ms, 0 to the played time. */
  readonly offset: number
  /** Null without a curve, and in a scene of no length. */
  readonly level: Temperature | null
  /** The customer set this level afterwards. */
  readonly corrected: boolean
  /** What was said so far; the newest is last. */
  readonly lines: readonly Line[]
  readonly moments: readonly Moment[]
  /** Offsets of the entries before and after this one, to step to; null at an end. */
  readonly previous: number | null
  readonly next: number | null
}

/** The scene at an offset, which is kept within the scene. What happens at the very offset has happened. */
export function sceneAt(timeline: Timeline, offset: number): Instant {
  const at = within(timeline, offset)
  const upto = after(timeline.entries, at)
  const past = timeline.entries.slice(0, upto)
  const segment = timeline.segments.findLast(({ from }) => from <= at)
  const newest = past.findLast(entry => entry.kind === 'temperature')
  return {
    offset: at,
    level: newest?.kind === 'temperature' ? newest.level : (segment?.level ?? null),
    corrected: segment?.corrected ?? false,
    lines: past.flatMap(entry => (entry.kind === 'line' ? [entry.line] : [])),
    moments: past.flatMap(entry => (entry.kind === 'moment' ? [entry.moment] : [])),
    previous: past.findLast(entry => entry.offset < at)?.offset ?? (at > 0 ? 0 : null),
    next: timeline.entries[upto]?.offset ?? (at < timeline.played ? timeline.played : null),
  }
}

/** Where the playhead stands after so many ms of real time; at the end it stays there. */
export function played(timeline: Timeline, offset: number, ms: number, speed: Speed): number {
  return within(timeline, offset + Math.max(0, ms) * speed)
}

const within = ({ played: end }: Timeline, offset: number): number =>
  Number.isFinite(offset) ? Math.min(end, Math.max(0, offset)) : 0

/** The index of the first entry behind an offset, by halving: entries are in the order of their offsets. */
function after(entries: readonly Entry[], offset: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.offset ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
