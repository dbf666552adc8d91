import type { PersonId } from '../ids.ts'
import type { Room, Seat, Seats } from '../room.ts'

const not = (person: PersonId) => (other: PersonId) => other !== person

/** The room after somebody left their seat: what they owed it (being ready, finishing) goes with them. */
export function leaveSeat(room: Room, person: PersonId): Room {
  const { customer, officer, observers } = room.seats
  return {
    ...room,
    seats: {
      customer: customer === person ? null : customer,
      officer: officer === person ? null : officer,
      observers: observers.filter(not(person)),
    },
    ready: room.ready.filter(not(person)),
    away: room.away.filter(not(person)),
    finished: room.finished.filter(not(person)),
  }
}

export function takeSeat(room: Room, person: PersonId, seat: Seat): Room {
  const { seats } = room
  const taken: Seats =
    seat === 'observer' ? { ...seats, observers: [...seats.observers, person] } : { ...seats, [seat]: person }
  return { ...room, seats: taken, took: room.took.includes(person) ? room.took : [...room.took, person] }
}
