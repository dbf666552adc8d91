import type { CommandShapes, CommandType, Place } from '../command.ts'
import { currentScene, seatOf, sitting } from '../find.ts'
import type { Actor, PersonId } from '../ids.ts'
import type { Room } from '../room.ts'
import type { ClassState } from '../state.ts'
import type { Dice } from './dice.ts'

/** What somebody is about to send: a command without what the server adds to it. */
export type Draft = {
  [T in CommandType]: { readonly type: T; readonly actor: Actor; readonly data: CommandShapes[T] }
}[CommandType]

export function draft<T extends CommandType>(type: T, actor: Actor, data: CommandShapes[T]): Draft {
  // The compiler can't follow that type and data of one T make one member of the union.
  return { type, actor, data } as unknown as Draft
}

/** What a step of a history is chosen from. */
export interface Table {
  readonly state: ClassState
  readonly dice: Dice
  /** How far the history has come, from 0 to 1. */
  readonly progress: number
  /** Server time in ms. */
  readonly at: number
  /** How much people come, go and are moved about in this class, around 1. */
  readonly unrest: number
  /** A text that nobody has written before, with a canary in it. */
  readonly write: () => string
}

/** A possible step with its weight; it may turn out that nobody could do it just now. */
export type Choice = readonly [number, () => Draft | undefined]

/** Where a person acts in a room: from their seat there, else as instructor. */
export const placeIn = (room: Room, person: PersonId): Place => ({
  room: room.id,
  scene: currentScene(room).id,
  seat: seatOf(room.seats, person) ?? 'instructor',
})

export const instructorsIn = (state: ClassState): readonly PersonId[] =>
  state.people
    .filter(person => person.role === 'instructor' && person.standing === 'present')
    .map(person => person.id)

/** One of those who sit in a room. */
export const anyoneIn = ({ dice }: Table, room: Room): PersonId | undefined => dice.pick(sitting(room.seats))

/** The place of an instructor who looks into a room from outside. */
export function fromOutside(
  { state, dice }: Table,
  room: Room,
): { actor: PersonId; place: Place } | undefined {
  const actor = dice.pick(instructorsIn(state))
  return actor === undefined
    ? undefined
    : { actor, place: { room: room.id, scene: currentScene(room).id, seat: 'instructor' } }
}
