import type { PersonId } from '../ids.ts'
import type { PastRoom, PastRound } from './plan.ts'

export const CUSTOMER = 0
export const OFFICER = 1
export const OBSERVER = 2
/** A role as an index into counts: customer 0, officer 1, observer 2. */
export type Role = typeof CUSTOMER | typeof OFFICER | typeof OBSERVER
export const ROLES: readonly Role[] = [CUSTOMER, OFFICER, OBSERVER]

/** What the past rounds mean for those present now, who are numbered 0 .. size - 1. */
export interface ClassRecord {
  readonly size: number
  /** [a * size + b]: earlier pairings, not counting the one being planned, in which a and b shared a room. */
  readonly met: Int16Array
  /** [person * 3 + role]: rounds played in that role. */
  readonly played: Int16Array
  /** [person * 3 + role]: `played`, and for each round missed the share of that role an average person had in it. */
  readonly owed: Float64Array
  /** [person]: 1 if in a room in every past round (P3 is promised to these). */
  readonly always: Uint8Array
  /** [person * 3 + role]: rounds of the pairing being planned that were already played in that role. */
  readonly held: Int16Array
  /** Rooms of the last round if it belongs to the pairing being planned: who of them is still here. */
  readonly lastRooms: readonly (readonly number[])[]
}

export const seatsOf = (room: PastRoom): readonly PersonId[] => [
  room.customer,
  room.officer,
  ...room.observers,
]
export const roleAt = (seat: number): Role => (seat === 0 ? CUSTOMER : seat === 1 ? OFFICER : OBSERVER)

/** Reads the past once. Costs O(past seats + pairs that met). */
export function readRecord(
  people: readonly PersonId[],
  past: readonly PastRound[],
  pairing: number,
): ClassRecord {
  const size = people.length
  const numberOf = new Map(people.map((person, index) => [person, index]))
  const met = new Int16Array(size * size)
  const played = new Int16Array(size * 3)
  const owed = new Float64Array(size * 3)
  const held = new Int16Array(size * 3)
  const always = new Uint8Array(size).fill(1)
  const metInPairing = new Int32Array(size * size).fill(-1)
  const current = past.at(-1)?.pairing === pairing
  let lastRooms: number[][] = []
  for (const round of past) {
    const now = current && round.pairing === pairing
    const rooms = round.rooms.map(room => seatsOf(room).map(person => numberOf.get(person) ?? -1))
    const here = new Uint8Array(size)
    const total = [0, 0, 0]
    let seated = 0
    for (const room of rooms) {
      for (const [seat, person] of room.entries()) {
        const role = roleAt(seat)
        total[role] = (total[role] ?? 0) + 1
        seated++
        if (person < 0) continue
        here[person] = 1
        add(played, person * 3 + role, 1)
        add(owed, person * 3 + role, 1)
        if (now) add(held, person * 3 + role, 1)
        for (const other of room) {
          const cell = person * size + other
          if (now || other < 0 || other === person || metInPairing[cell] === round.pairing) continue
          metInPairing[cell] = round.pairing
          add(met, cell, 1)
        }
      }
    }
    for (let person = 0; person < size; person++) {
      if (here[person] === 1) continue
      always[person] = 0
      for (const role of ROLES) add(owed, person * 3 + role, (total[role] ?? 0) / Math.max(1, seated))
    }
    if (now) lastRooms = rooms.map(room => room.filter(person => person >= 0))
  }
  return { size, met, played, owed, always, held, lastRooms: lastRooms.filter(room => room.length > 0) }
}

const add = (counts: Int16Array | Float64Array, cell: number, by: number) => {
  counts[cell] = (counts[cell] ?? 0) + by
}
