import type { Settings } from '../settings.ts'
import type { WallCell } from './wall-cell.ts'

/** From when on a room needs somebody, in ms. A class may have its own in its settings. */
export interface AttentionLimits {
  /** A typed scene stands because a player is missing. */
  readonly awayFor: number
  /** The temperature stays in the hottest band. */
  readonly furiousFor: number
  /** No line in a typed scene. */
  readonly silentFor: number
  /** The temperature has not moved at all since the scene began. */
  readonly stillFor: number
  /** Nobody has marked anything. */
  readonly unmarkedFor: number
  /** A step takes longer than it was given, or one person's rating is waited for. */
  readonly overBy: number
}

/** Used where the class has no limits of its own. */
export const ATTENTION: AttentionLimits = {
  awayFor: 15_000,
  furiousFor: 120_000,
  silentFor: 90_000,
  stillFor: 180_000,
  unmarkedFor: 240_000,
  overBy: 30_000,
}

/** Why a room needs somebody, the most urgent first. */
export const REASONS = [
  'help',
  'stop',
  'away',
  'furious',
  'silence',
  'one-rater',
  'over-time',
  'still',
  'unmarked',
] as const
export type Reason = (typeof REASONS)[number]

export interface Attention {
  readonly reason: Reason
  /** Server time in ms since which it is so; null where that is not known. */
  readonly since: number | null
  /** The smaller, the sooner. */
  readonly rank: number
}

export type Rules = Pick<Settings, 'medium' | 'pace' | 'attention' | 'onDropout'>

/**
 * Why this room needs somebody at server time `now` (ms), or undefined. The most urgent reason alone. Of a spoken scene
 * nothing is claimed that only its lines would tell, and nothing because of a device.
 */
export function attention(cell: WallCell, now: number, rules: Rules): Attention | undefined {
  for (const [rank, reason] of REASONS.entries()) {
    const since = CHECKS[reason](cell, now, rules, rules.attention ?? ATTENTION)
    if (since !== undefined) return { reason, since, rank }
  }
  return undefined
}

/** Rooms that need somebody, the most urgent first and then the longest waiting. */
export function byUrgency(a: Attention | undefined, b: Attention | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return a.rank - b.rank || (a.since ?? 0) - (b.since ?? 0)
}

/** Since when it is so; null: not known; undefined: it is not so. */
type Check = (cell: WallCell, now: number, rules: Rules, limits: AttentionLimits) => number | null | undefined

const CHECKS: Readonly<Record<Reason, Check>> = {
  help: cell => (cell.help.length > 0 ? cell.helpSince : undefined),
  stop: cell => (cell.stoppedBy === null ? undefined : cell.clock.stoodFrom),
  away(cell, now, { medium, onDropout = 'ask' }, { awayFor }) {
    if (medium !== 'typed' || onDropout === 'wait') return undefined
    const { phase, clock } = cell
    if (phase.held) return clock.stoodFrom === null ? null : after(clock.stoodFrom, awayFor, now)
    // A briefing in which somebody is missing does not end by its time.
    if (phase.name !== 'briefing' || cell.away.length === 0 || phase.endsAt === undefined) return undefined
    return after(phase.endsAt, awayFor, now)
  },
  furious: (cell, now, _rules, { furiousFor }) =>
    cell.hotSince === null ? undefined : playedSince(cell, cell.hotSince, furiousFor, now),
  silence: (cell, now, { medium }, { silentFor }) =>
    medium === 'typed' ? playedSince(cell, cell.line?.offset ?? 0, silentFor, now) : undefined,
  'one-rater': (cell, now, _rules, { overBy }) =>
    cell.phase.name === 'rating' && cell.unfinished.length === 1 ? overTime(cell, now, overBy) : undefined,
  'over-time'(cell, now, { pace }, { overBy }) {
    // Where the class goes together its Next is the instructor's own, and no room's need.
    const waits = cell.phase.name === 'rating' || cell.phase.name === 'debrief'
    return pace === 'room' && waits ? overTime(cell, now, overBy) : undefined
  },
  still: (cell, now, _rules, { stillFor }) =>
    cell.curve.length <= 1 ? playedSince(cell, 0, stillFor, now) : undefined,
  unmarked: (cell, now, _rules, { unmarkedFor }) =>
    cell.observed && cell.helped + cell.hurt === 0 ? playedSince(cell, 0, unmarkedFor, now) : undefined,
}

const after = (since: number, limit: number, now: number) => (now - since >= limit ? since : undefined)

const overTime = ({ phase }: WallCell, now: number, limit: number) =>
  phase.endsAt === undefined ? undefined : after(phase.endsAt, limit, now)

/** For what is counted in played time: only while the scene's clock runs. Pauses are nobody's silence. */
function playedSince(
  { phase, clock }: WallCell,
  offset: number,
  limit: number,
  now: number,
): number | undefined {
  if (phase.name !== 'scene' || phase.held || clock.runningSince === null) return undefined
  const played = clock.played + Math.max(0, now - clock.runningSince) - offset
  return played >= limit ? now - played : undefined
}
