import type { PersonId } from '../ids.ts'
import type { PastRound, PlanRequest } from './plan.ts'
import type { RoomSizes } from './room-sizes.ts'
import { WRITTEN_PLANS } from './written-plans.ts'

export interface FollowedRoom {
  readonly customer: PersonId
  readonly officer: PersonId
  readonly observers: readonly PersonId[]
}

/**
 * The next round of the written plan for this class size, if the class has kept to it so far: the same people in every
 * round, two rounds a pairing, and every seat as written. `people` is the order for a class that has not begun.
 * Small classes need a plan that looks ahead (P5); who has left it is planned for one pairing at a time.
 */
export function followPlan(
  request: PlanRequest,
  sizes: RoomSizes,
  people: readonly PersonId[],
): readonly FollowedRoom[] | undefined {
  const { past, pairing } = request
  const written = WRITTEN_PLANS[`${sizes.triads}+${sizes.pairs}`]
  if (written === undefined || past.length >= written.length * 2) return undefined
  if (!twoRoundsEach([...past.map(round => round.pairing), pairing])) return undefined
  const numbered = past[0] === undefined ? people : peopleInOrder(past[0])
  const here = new Set(people)
  if (numbered.length !== people.length || numbered.some(person => !here.has(person))) return undefined
  for (const [index, round] of past.entries()) {
    if (!sameRooms(round, writtenRound(written, index, sizes, numbered))) return undefined
  }
  return writtenRound(written, past.length, sizes, numbered)
}

/** The plans number people by their seats in the first round, so the first round tells who is who. */
export const peopleInOrder = (round: PastRound): PersonId[] =>
  round.rooms.flatMap(room => [room.customer, room.officer, ...room.observers])

const twoRoundsEach = (pairings: readonly number[]) =>
  pairings.every((pairing, index) =>
    index % 2 === 1 ? pairing === pairings[index - 1] : index === 0 || pairing !== pairings[index - 1],
  )

/**
 * A pairing's text: how many triads turn one way, then everybody's number, room by room as customer, officer, observer
 * of the pairing's first round; triads before pairs, those that turn the other way after those that turn one way.
 * In the second round, one way: customer -> officer -> observer -> customer; the other way: customer -> observer ->
 * officer -> customer; pairs swap.
 */
function writtenRound(
  written: readonly string[],
  index: number,
  sizes: RoomSizes,
  people: readonly PersonId[],
): FollowedRoom[] {
  const [oneWay = 0, ...numbers] = [...(written[index >> 1] ?? '')].map(digit => Number.parseInt(digit, 36))
  const at = (seat: number) => people[numbers[seat] ?? 0] ?? ''
  const second = index % 2 === 1
  const rooms: FollowedRoom[] = []
  for (let room = 0, seat = 0; room < sizes.triads + sizes.pairs; room++) {
    const [a, b] = [at(seat), at(seat + 1)]
    if (room >= sizes.triads) {
      rooms.push(
        second ? { customer: b, officer: a, observers: [] } : { customer: a, officer: b, observers: [] },
      )
      seat += 2
      continue
    }
    const c = at(seat + 2)
    if (!second) rooms.push({ customer: a, officer: b, observers: [c] })
    else if (room < oneWay) rooms.push({ customer: c, officer: a, observers: [b] })
    else rooms.push({ customer: b, officer: c, observers: [a] })
    seat += 3
  }
  return rooms
}

function sameRooms(round: PastRound, rooms: readonly FollowedRoom[]): boolean {
  if (round.rooms.length !== rooms.length) return false
  const seats = (room: FollowedRoom) => `${room.customer} ${room.officer} ${room.observers.join(' ')}`
  const started = new Set(round.rooms.map(seats))
  return rooms.every(room => started.has(seats(room)))
}
