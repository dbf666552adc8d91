import type { BehaviourId } from '@evenkeel/playbook'
import type { PersonId, RoomId } from '../ids.ts'
import type { Seat } from '../room.ts'
import { type Attention, attention, type Reason, type Rules } from './attention.ts'
import type { WallCell } from './wall-cell.ts'

/** Why to walk to a room in which nothing is wrong, the most telling first. */
export const CALM_REASONS = ['hurting', 'rising', 'ended-hot', 'turned', 'unvisited'] as const
export type WalkReason = Reason | (typeof CALM_REASONS)[number]

/** What the one question is about: the behaviour that was marked last, or why one went there. */
export type AskAbout = BehaviourId | WalkReason | 'reading'

export interface WalkNext {
  readonly room: RoomId
  readonly spot: number
  readonly why: WalkReason
  /** Server time in ms since which it is so; null where no time belongs to it. */
  readonly since: number | null
  /** One question, and whom to ask it: this person where it is theirs alone, else whoever has the seat. */
  readonly ask: { readonly seat: Seat; readonly person: PersonId | null; readonly about: AskAbout }
}

/** Where the instructor is and was, by server time in ms. */
export interface Walked {
  readonly at: RoomId | null
  readonly left: Readonly<Record<RoomId, number>>
}

/** Whoever was just there has seen it: for so many ms only what can't wait leads there again. */
export const SEEN_FOR = 180_000
/** A mark with a name is worth a question for so long, in ms of played time. */
const FRESH = 90_000
/** More that hurt than helped by so many. */
const MANY = 2
/** Steps of the temperature that are a rise, or a turn. */
const STEPS_UP = 2
const STEPS_DOWN = 3
/** Where the ladder's middle band ends. */
const STILL_HOT = 5
const CANNOT_WAIT: readonly WalkReason[] = ['help', 'stop', 'away']

const PLAYS: readonly string[] = ['scene', 'time-out', 'wrap-up', 'retake']
const TALKS: readonly string[] = ['step-out', 'rating', 'debrief']

/**
 * The one room to walk to next, at server time `now` (ms), or undefined where there is none. Rooms that need somebody come
 * first, as on the wall; then those in which there is most to see or to talk about; then the one that was left longest ago.
 * The room where one stands is none. The same wall, time and way give the same room.
 */
export function walkNext(
  wall: Readonly<Record<RoomId, WallCell>>,
  now: number,
  rules: Rules,
  walked: Walked,
): WalkNext | undefined {
  const found = Object.values(wall).flatMap(cell => {
    const why = cell.room === walked.at ? undefined : reasonFor(cell, now, rules, walked.left[cell.room])
    return why === undefined ? [] : [{ cell, ...why }]
  })
  const left = ({ cell }: { cell: WallCell }) => walked.left[cell.room] ?? 0
  const [first] = found.sort(
    (a, b) =>
      a.rank - b.rank || (a.since ?? 0) - (b.since ?? 0) || left(a) - left(b) || a.cell.spot - b.cell.spot,
  )
  if (first === undefined) return undefined
  const { cell, why, since } = first
  return { room: cell.room, spot: cell.spot, why, since, ask: askIn(cell, why, now) }
}

interface Why {
  readonly why: WalkReason
  readonly since: number | null
  /** The smaller, the sooner. */
  readonly rank: number
}

function reasonFor(cell: WallCell, now: number, rules: Rules, left: number | undefined): Why | undefined {
  const need = attention(cell, now, rules)
  const seen = left !== undefined && now - left < SEEN_FOR
  if (need !== undefined && (!seen || CANNOT_WAIT.includes(need.reason))) return needed(need)
  if (cell.phase.name === 'done' || cell.phase.name === 'stopped') return undefined
  const why = seen ? 'unvisited' : calmReason(cell)
  return { why, since: null, rank: AFTER_NEEDS + CALM_REASONS.indexOf(why) }
}

const needed = ({ reason, since, rank }: Attention): Why => ({ why: reason, since, rank })
/** Behind every rank of `attention`. */
const AFTER_NEEDS = 100

function calmReason(cell: WallCell): (typeof CALM_REASONS)[number] {
  const { name } = cell.phase
  const start = cell.curve[0]?.[1] ?? cell.level
  const highest = Math.max(cell.level, ...cell.curve.map(([, level]) => level))
  if (PLAYS.includes(name)) {
    if (cell.hurt - cell.helped >= MANY) return 'hurting'
    if (cell.level - start >= STEPS_UP) return 'rising'
  }
  if (TALKS.includes(name) && cell.level >= STILL_HOT) return 'ended-hot'
  if ((PLAYS.includes(name) || TALKS.includes(name)) && highest - cell.level >= STEPS_DOWN) return 'turned'
  return 'unvisited'
}

/** Whom a question about a reason is for. What is not here is for the officer: they have to find the way. */
const ASKED: Readonly<Partial<Record<WalkReason, Seat>>> = {
  still: 'customer',
  unmarked: 'observer',
  'over-time': 'customer',
}

function askIn(cell: WallCell, why: WalkReason, now: number): WalkNext['ask'] {
  const person = personIn(cell, why)
  if (person !== null) return { seat: 'officer', person, about: why }
  if (cell.phase.name === 'briefing') return { seat: 'officer', person, about: 'reading' }
  const marked = CANNOT_WAIT.includes(why) || why === 'unmarked' ? null : cell.mark
  if (marked !== null && marked.behaviour !== null && playedBy(cell, now) - marked.offset <= FRESH)
    return { seat: 'officer', person, about: marked.behaviour }
  const seat = ASKED[why] ?? 'officer'
  // Nobody observes in a pair.
  return { seat: seat === 'observer' && !cell.observed ? 'customer' : seat, person, about: why }
}

/** Whose own matter it is: the oldest call's caller, whoever stopped, or the one who has not rated. */
function personIn(cell: WallCell, why: WalkReason): PersonId | null {
  if (why === 'help') return cell.help[0] ?? null
  if (why === 'stop') return cell.stoppedBy
  return why === 'one-rater' ? (cell.unfinished[0] ?? null) : null
}

const playedBy = ({ clock }: WallCell, now: number): number =>
  clock.played + (clock.runningSince === null ? 0 : Math.max(0, now - clock.runningSince))
