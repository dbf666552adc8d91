import type { BehaviourId, Temperature } from '@evenkeel/playbook'
import { currentScene } from '../find.ts'
import type { PersonId, RoomId } from '../ids.ts'
import type { Room } from '../room.ts'
import type { ClassState } from '../state.ts'
import { phaseView } from './room-view.ts'
import type { PhaseView } from './view.ts'

/** One room on the instructor's wall. A digest: what happens between two frames is not shown step by step. */
export interface WallCell {
  readonly room: RoomId
  readonly spot: number
  readonly phase: PhaseView
  readonly level: Temperature
  /** Server time of the last step of the temperature's way, as played time in ms. */
  readonly levelSince: number
  /** Typed scenes only: a spoken line is heard, not known. */
  readonly line: {
    readonly seat: 'customer' | 'officer'
    readonly text: string
    readonly offset: number
  } | null
  readonly mark: { readonly mark: 'helped' | 'hurt'; readonly behaviour: BehaviourId | null } | null
  readonly helped: number
  readonly hurt: number
  readonly away: readonly PersonId[]
  /** Who in this room has called for help, the longest waiting first. */
  readonly help: readonly PersonId[]
}

export const LONGEST_ON_THE_WALL = 40

export function wallCell(state: ClassState, room: Room): WallCell {
  const scene = currentScene(room)
  const line = scene.lines.at(-1)
  const point = scene.curve.at(-1)
  const moment = scene.moments.at(-1)
  const marked = (mark: 'helped' | 'hurt') => scene.moments.filter(known => known.mark === mark).length
  return {
    room: room.id,
    spot: room.spot,
    phase: phaseView(state, room, null),
    level: point?.level ?? 1,
    levelSince: point?.offset ?? 0,
    line: line === undefined ? null : { seat: line.seat, text: cut(line.text), offset: line.offset },
    mark: moment === undefined ? null : { mark: moment.mark, behaviour: moment.behaviour ?? null },
    helped: marked('helped'),
    hurt: marked('hurt'),
    away: room.away,
    help: state.help.flatMap(call => (inThisRoom(state, room, call.person) ? [call.person] : [])),
  }
}

const inThisRoom = (state: ClassState, room: Room, id: PersonId) =>
  state.people.some(person => person.id === id && person.room === room.id)

/** At most 40 characters as a person counts them, never half of one. */
function cut(text: string): string {
  const characters = [...text]
  return characters.length <= LONGEST_ON_THE_WALL
    ? text
    : `${characters.slice(0, LONGEST_ON_THE_WALL - 1).join('')}…`
}
