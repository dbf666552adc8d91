import type { PersonId } from '../ids.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Seat, Seats } from '../room.ts'

interface Seated {
  readonly seats: Seats
}

/** Rooms in which somebody sits, or why it can't be so. `null` in a player's seat: nobody holds it yet. */
export type Arranged<R extends Seated> = { readonly ok: true; readonly rooms: readonly R[] } | Refusal

/** The room in which somebody sits, by the index in the list; -1 if they sit in none. */
export const roomWith = (rooms: readonly Seated[], person: PersonId): number =>
  rooms.findIndex(({ seats }) => seatIn(seats, person) !== undefined)

function seatIn(seats: Seats, person: PersonId): Seat | undefined {
  if (seats.customer === person) return 'customer'
  if (seats.officer === person) return 'officer'
  return seats.observers.includes(person) ? 'observer' : undefined
}

const without = ({ customer, officer, observers }: Seats, person: PersonId): Seats => ({
  customer: customer === person ? null : customer,
  officer: officer === person ? null : officer,
  observers: observers.filter(known => known !== person),
})

const withIn = (seats: Seats, person: PersonId, seat: Seat): Seats =>
  seat === 'observer' ? { ...seats, observers: [...seats.observers, person] } : { ...seats, [seat]: person }

const isEmpty = ({ customer, officer, observers }: Seats) =>
  customer === null && officer === null && observers.length === 0

/** Takes somebody out. A room in which nobody is left is no longer there. */
export function takeOut<R extends Seated>(rooms: readonly R[], person: PersonId): readonly R[] {
  return rooms
    .map(room => ({ ...room, seats: without(room.seats, person) }))
    .filter(room => !isEmpty(room.seats))
}

/**
 * Moves somebody to a free seat of the room at `index`, from wherever they sit or from nowhere. A player's seat that
 * somebody holds is refused, so that of two instructors who move people at once the second is told.
 */
export function moveTo<R extends Seated>(
  rooms: readonly R[],
  person: PersonId,
  index: number,
  seat: Seat,
): Arranged<R> {
  const target = rooms[index]
  if (target === undefined) return refuse('gone', 'That room is no longer in the plan.')
  if (seatIn(target.seats, person) === seat) return refuse('taken', 'They already sit there.')
  if (seat !== 'observer' && target.seats[seat] !== null) {
    return refuse('taken', `Somebody already plays the ${seat} there. Swap them instead.`)
  }
  const moved = rooms.map(room => {
    const left = without(room.seats, person)
    return { ...room, seats: room === target ? withIn(left, person, seat) : left }
  })
  return { ok: true, rooms: moved.filter(room => !isEmpty(room.seats)) }
}

/** Two people take each other's places; who has no seat yet takes the other's, who then has none. */
export function swapIn<R extends Seated>(rooms: readonly R[], a: PersonId, b: PersonId): Arranged<R> {
  if (a === b) return refuse('invalid', 'A swap needs two different people.')
  if (roomWith(rooms, a) < 0 && roomWith(rooms, b) < 0) {
    return refuse('gone', 'Neither of them has a seat in this plan.')
  }
  const other = (person: PersonId) => (person === a ? b : person === b ? a : person)
  const player = (person: PersonId | null) => (person === null ? null : other(person))
  return {
    ok: true,
    rooms: rooms.map(room => ({
      ...room,
      seats: {
        customer: player(room.seats.customer),
        officer: player(room.seats.officer),
        observers: room.seats.observers.map(other),
      },
    })),
  }
}
