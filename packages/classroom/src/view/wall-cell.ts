import type { BehaviourId, Temperature } from '@evenkeel/playbook'
import { currentScene, personOf, waitedFor } from '../find.ts'
import type { PersonId, RoomId } from '../ids.ts'
import type { CurvePoint, Room, Scene } from '../room.ts'
import type { ClassState } from '../state.ts'
import type { Trail } from '../trail.ts'
import { phaseView } from './room-view.ts'
import type { PhaseView } from './view.ts'

/** One room on the instructor's wall. A digest: what happens between two frames is not shown step by step. */
export interface WallCell {
  readonly room: RoomId
  readonly spot: number
  readonly phase: PhaseView
  /** Played time: `played` ms up to the last pause, and what passed since the server time `runningSince`. */
  readonly clock: {
    readonly played: number
    readonly runningSince: number | null
    readonly stoodFrom: number | null
  }
  readonly level: Temperature
  /** Played time in ms of the last step of the temperature. */
  readonly levelSince: number
  /** Played time in ms since which the temperature is in the ladder's hottest band; null: it is not. */
  readonly hotSince: number | null
  /** The temperature so far, as a few points: whole seconds of played time, and the level from then on. */
  readonly curve: readonly (readonly [number, Temperature])[]
  /** Typed scenes only: a spoken line is heard, not known. */
  readonly line: {
    readonly seat: 'customer' | 'officer'
    readonly text: string
    readonly offset: number
  } | null
  readonly mark: {
    readonly mark: 'helped' | 'hurt'
    readonly behaviour: BehaviourId | null
    readonly offset: number
  } | null
  readonly helped: number
  readonly hurt: number
  /** Whether somebody sits here who marks. */
  readonly observed: boolean
  readonly away: readonly PersonId[]
  /** While the room rates: who is waited for and has not finished. */
  readonly unfinished: readonly PersonId[]
  /** Which trainee stopped the scene for themselves, until the room is done. */
  readonly stoppedBy: PersonId | null
  /** Who in this room has called for help, the longest waiting first. */
  readonly help: readonly PersonId[]
  /** Server time of the oldest of these calls. */
  readonly helpSince: number | null
}

export const LONGEST_ON_THE_WALL = 40
/** So that a cell stays small however often the temperature is moved. */
export const MOST_POINTS_ON_THE_WALL = 16
/** Where the ladder's hottest band begins. */
const HOT = 6
/** ms of played time. */
const SHORTEST_STRETCH = 1_000

/** A room as it was, and its cell then. */
interface EarlierCell {
  readonly room: Room
  readonly cell: WallCell
}

/** With an earlier cell of the same room, what did not change since is that cell's own, and is not made again. */
export function wallCell(state: ClassState, room: Room, earlier?: EarlierCell): WallCell {
  const scene = currentScene(room)
  const was = earlier && currentScene(earlier.room)
  const known = was?.id === scene.id ? earlier : undefined
  const point = scene.curve.at(-1)
  const calls = callsIn(state, room)
  const curveStays = known && was?.curve === scene.curve
  const marks = marksOf(scene, known && was && { moments: was.moments, cell: known.cell })
  return {
    room: room.id,
    spot: room.spot,
    phase: known?.room.phase === room.phase ? known.cell.phase : phaseView(state, room, null),
    clock: known && sameClock(known.cell.clock, scene) ? known.cell.clock : clockOf(scene),
    level: point?.level ?? 1,
    levelSince: point?.offset ?? 0,
    hotSince: curveStays ? known.cell.hotSince : hotSince(scene.curve),
    curve: curveStays
      ? known.cell.curve
      : fewPoints(scene.curve, known && was && { trail: was.curve, kept: known.cell.curve }),
    line: known && was?.lines === scene.lines ? known.cell.line : lineOf(scene),
    mark: marks.mark,
    helped: marks.helped,
    hurt: marks.hurt,
    observed: room.seats.observers.length > 0,
    away: room.away,
    unfinished:
      room.phase.name === 'rating'
        ? waitedFor(state, room).filter(person => !room.finished.includes(person))
        : NOBODY,
    stoppedBy: stoppedBy(state, room),
    help: calls.length === 0 ? NOBODY : calls.map(call => call.person),
    helpSince: calls[0]?.at ?? null,
  }
}

const clockOf = ({ played, runningSince, stoodFrom }: Scene) => ({ played, runningSince, stoodFrom })

const sameClock = (a: WallCell['clock'], b: WallCell['clock']): boolean =>
  a.played === b.played && a.runningSince === b.runningSince && a.stoodFrom === b.stoodFrom

function lineOf({ lines }: Scene): WallCell['line'] {
  const line = lines.at(-1)
  return line === undefined ? null : { seat: line.seat, text: cut(line.text), offset: line.offset }
}

type Marks = Pick<WallCell, 'mark' | 'helped' | 'hurt'>

/** Counts only what came since, where nothing was taken back: moments come at the end, and one taken back moves the rest. */
function marksOf({ moments }: Scene, earlier?: { moments: Scene['moments']; cell: Marks }): Marks {
  if (earlier?.moments === moments) return earlier.cell
  const counted = earlier?.moments.length ?? 0
  const grown = counted > 0 && moments[counted - 1] === earlier?.moments[counted - 1]
  let helped = grown ? (earlier?.cell.helped ?? 0) : 0
  for (let index = grown ? counted : 0; index < moments.length; index++)
    if (moments[index]?.mark === 'helped') helped++
  const last = moments.at(-1)
  return {
    mark:
      last === undefined ? null : { mark: last.mark, behaviour: last.behaviour ?? null, offset: last.offset },
    helped,
    hurt: moments.length - helped,
  }
}

const callsIn = (state: ClassState, room: Room): ClassState['help'] =>
  state.help.length === 0
    ? state.help
    : state.help.filter(call => personOf(state, call.person)?.room === room.id)

const NOBODY: readonly PersonId[] = []

/** Which trainee stopped the scene. An instructor's end looks the same to the room, and calls nobody. */
export function stoppedBy(state: ClassState, { phase }: Room): PersonId | null {
  if (phase.name !== 'stopped') return null
  return personOf(state, phase.by)?.role === 'trainee' ? phase.by : null
}

function hotSince(curve: Trail<CurvePoint>): number | null {
  let since: number | null = null
  for (let index = curve.length - 1; index >= 0; index--) {
    const point = curve.at(index)
    if (point === undefined || point.level < HOT) break
    since = point.offset
  }
  return since
}

/** A curve as it was, and the points of it that were kept. */
interface EarlierCurve {
  readonly trail: Trail<CurvePoint>
  readonly kept: WallCell['curve']
}

/**
 * All points where they are few; else the last one of each stretch of time, behind the first. A stretch doubles when there
 * would be too many, and else stays, so that a step changes nothing but the end of what is kept.
 */
function fewPoints(curve: Trail<CurvePoint>, earlier?: EarlierCurve): WallCell['curve'] {
  const stretch = stretchOf(curve)
  const grown =
    earlier !== undefined && stretchOf(earlier.trail) === stretch && continues(curve, earlier.trail)
  const kept = grown ? [...earlier.kept] : []
  const begin = grown ? earlier.trail.length : 0
  let last = begin === 0 ? -1 : place(begin - 1, curve.at(begin - 1), stretch)
  for (let index = begin; index < curve.length; index++) {
    const point = curve.at(index)
    if (point === undefined) break
    const here = place(index, point, stretch)
    if (here === last) kept.pop()
    kept.push([Math.floor(point.offset / 1_000), point.level])
    last = here
  }
  return kept
}

/** Points are never taken out of a curve, so the same point at the same place has the same points before it. */
const continues = (curve: Trail<CurvePoint>, earlier: Trail<CurvePoint>): boolean =>
  earlier.length > 0 && earlier.length <= curve.length && curve.at(earlier.length - 1) === earlier.at(-1)

/** How long a stretch is, in ms; 0: every point is kept. */
function stretchOf(curve: Trail<CurvePoint>): number {
  if (curve.length <= MOST_POINTS_ON_THE_WALL) return 0
  const end = curve.at(-1)?.offset ?? 0
  let stretch = SHORTEST_STRETCH
  while (end >= stretch * (MOST_POINTS_ON_THE_WALL - 1)) stretch *= 2
  return stretch
}

const place = (index: number, point: CurvePoint | undefined, stretch: number): number =>
  stretch === 0 || index === 0 || point === undefined ? index : 1 + Math.floor(point.offset / stretch)

/** At most 40 characters as a person counts them, never half of one. */
function cut(text: string): string {
  // A character has at least one unit: most lines need no counting.
  if (text.length <= LONGEST_ON_THE_WALL) return text
  const characters = [...text]
  return characters.length <= LONGEST_ON_THE_WALL
    ? text
    : `${characters.slice(0, LONGEST_ON_THE_WALL - 1).join('')}…`
}
