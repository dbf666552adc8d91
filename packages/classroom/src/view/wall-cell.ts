import type { BehaviourId, Temperature } from '@evenkeel/playbook'
import { currentScene, personOf, waitedFor } from '../find.ts'
import type { PersonId, RoomId } from '../ids.ts'
import type { CurvePoint, Room } from '../room.ts'
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

export function wallCell(state: ClassState, room: Room): WallCell {
  const scene = currentScene(room)
  const { played, runningSince, stoodFrom } = scene
  const line = scene.lines.at(-1)
  const point = scene.curve.at(-1)
  const moment = scene.moments.at(-1)
  const helped = scene.moments.reduce((count, { mark }) => count + Number(mark === 'helped'), 0)
  const help = state.help.filter(call => personOf(state, call.person)?.room === room.id)
  return {
    room: room.id,
    spot: room.spot,
    phase: phaseView(state, room, null),
    clock: { played, runningSince, stoodFrom },
    level: point?.level ?? 1,
    levelSince: point?.offset ?? 0,
    hotSince: hotSince(scene.curve),
    curve: fewPoints(scene.curve),
    line: line === undefined ? null : { seat: line.seat, text: cut(line.text), offset: line.offset },
    mark:
      moment === undefined
        ? null
        : { mark: moment.mark, behaviour: moment.behaviour ?? null, offset: moment.offset },
    helped,
    hurt: scene.moments.length - helped,
    observed: room.seats.observers.length > 0,
    away: room.away,
    unfinished:
      room.phase.name === 'rating'
        ? waitedFor(state, room).filter(person => !room.finished.includes(person))
        : NOBODY,
    stoppedBy: stoppedBy(state, room),
    help: help.length === 0 ? NOBODY : help.map(call => call.person),
    helpSince: help[0]?.at ?? null,
  }
}

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

/** All points where they are few; else the last one of each of equal stretches of time, behind the first. */
function fewPoints(curve: Trail<CurvePoint>): WallCell['curve'] {
  const stretches = MOST_POINTS_ON_THE_WALL - 1
  const end = curve.at(-1)?.offset ?? 0
  const kept: (readonly [number, Temperature])[] = []
  let last = -1
  for (let index = 0; index < curve.length; index++) {
    const point = curve.at(index)
    if (point === undefined) break
    const few = curve.length <= MOST_POINTS_ON_THE_WALL
    const stretch = few ? index : index === 0 ? 0 : 1 + Math.floor((point.offset / (end + 1)) * stretches)
    if (stretch === last) kept.pop()
    kept.push([Math.floor(point.offset / 1_000), point.level])
    last = stretch
  }
  return kept
}

/** At most 40 characters as a person counts them, never half of one. */
function cut(text: string): string {
  // A character has at least one unit: most lines need no counting.
  if (text.length <= LONGEST_ON_THE_WALL) return text
  const characters = [...text]
  return characters.length <= LONGEST_ON_THE_WALL
    ? text
    : `${characters.slice(0, LONGEST_ON_THE_WALL - 1).join('')}…`
}
