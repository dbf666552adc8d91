import type { PhaseName, Room } from '../room.ts'
import { hashOf } from './made-up-cards.ts'
import { openClass, type PlayedClass, type PlayedOpening } from './play-class.ts'

/** The instructor, and the people of `oneRoom` by their seats. */
export const INSTRUCTOR = 'p1'
export const CUSTOMER = 'p2'
export const OFFICER = 'p3'
export const OBSERVER = 'p4'

/** A class with one triad that plays card 1, taken to a phase. Typed and at the room's own pace unless told. */
export function oneRoom(phase: PhaseName = 'briefing', opening: PlayedOpening = {}): PlayedClass {
  const played = openClass(3, opening)
  played.seat([{ seats: { customer: CUSTOMER, officer: OFFICER, observers: [OBSERVER] }, card: hashOf(1) }])
  played.takeTo(phase)
  return played
}

/** People face each other, phases move by Next. */
export const SAME_ROOM: PlayedOpening = { choice: { place: 'same-room' } }
export const ASSESSED: PlayedOpening = { choice: { kind: 'assessed' } }

export const phaseOf = (played: PlayedClass, id?: string): PhaseName => played.room(id).phase.name

/** Seconds of played time and of waiting, in ms. */
export const seconds = (count: number): number => count * 1_000

export const linesOf = (room: Room) => (room.scenes.at(-1)?.lines.toArray() ?? []).map(line => line.text)
export const levelsOf = (room: Room) => (room.scenes.at(-1)?.curve.toArray() ?? []).map(point => point.level)

export const say = (played: PlayedClass, person: string, text: string) =>
  played.act(person, 'Speak', { how: 'say', text })
