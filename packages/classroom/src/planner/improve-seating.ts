import type { Chance } from './seeded-chance.ts'

/** A seating problem: people 0 .. size - 1 into as many seats, each seat in a room and of a kind. */
export interface Problem {
  readonly size: number
  /** [room]: its seats. */
  readonly rooms: readonly (readonly number[])[]
  /** [a * size + b], symmetric: cost of a and b sharing a room. */
  readonly pairCost: Int32Array
  /** [person * kinds + kind]: cost of that person in a seat of that kind. */
  readonly seatCost: Int32Array
  readonly kinds: number
  /** For each room the lists of kinds its seats may have, for example a triad that turns the other way. */
  readonly turns: (room: number) => readonly (readonly number[])[]
  /** A seat that costs this much is a fault. */
  readonly fault: number
  /** The search stops when no seat is a fault and the rooms cost no more than this. */
  readonly enough: number
  /** About so many trades are looked at. */
  readonly budget: number
}

export interface Draft {
  /** [seat]: person. */
  readonly who: Int16Array
  /** [seat]: kind. */
  readonly kind: Uint8Array
}

export interface Improved extends Draft {
  readonly cost: number
  readonly enough: boolean
  readonly looked: number
}

/** Trades of two seats while they help, then a few random trades and again, until good enough or out of budget. */
export function improveSeating(problem: Problem, start: Draft, chance: Chance): Improved {
  const { size, rooms, pairCost, seatCost, kinds, fault } = problem
  const who = start.who.slice()
  const kind = start.kind.slice()
  const roomOf = new Int16Array(size)
  for (const [room, seats] of rooms.entries()) for (const seat of seats) roomOf[seat] = room
  let looked = 0

  const withRoom = (person: number, seat: number) => {
    let sum = 0
    const seats = rooms[roomOf[seat] ?? 0] ?? []
    for (let index = 0; index < seats.length; index++) {
      const other = seats[index] ?? 0
      if (other !== seat) sum += pairCost[person * size + (who[other] ?? 0)] ?? 0
    }
    return sum
  }
  const inSeat = (person: number, seat: number) => seatCost[person * kinds + (kind[seat] ?? 0)] ?? 0
  const trade = (a: number, b: number) => {
    const person = who[a] ?? 0
    who[a] = who[b] ?? 0
    who[b] = person
  }
  const gain = (a: number, b: number) => {
    const p = who[a] ?? 0
    const q = who[b] ?? 0
    const seats = kind[a] === kind[b] ? 0 : inSeat(q, a) + inSeat(p, b) - inSeat(p, a) - inSeat(q, b)
    if (roomOf[a] === roomOf[b]) return seats
    return seats + withRoom(q, a) + withRoom(p, b) - withRoom(p, a) - withRoom(q, b)
  }
  const taken = () => {
    let together = 0
    let seated = 0
    let faults = 0
    for (let seat = 0; seat < size; seat++) {
      together += withRoom(who[seat] ?? 0, seat)
      const cost = inSeat(who[seat] ?? 0, seat)
      seated += cost
      if (cost >= fault) faults++
    }
    const enough = faults === 0 && together / 2 <= problem.enough
    return { who: who.slice(), kind: kind.slice(), cost: seated + together / 2, enough }
  }
  const turn = (room: number): boolean => {
    const seats = rooms[room] ?? []
    let now = 0
    for (const seat of seats) now += inSeat(who[seat] ?? 0, seat)
    let turned = false
    for (const list of problem.turns(room)) {
      looked++
      let then = 0
      for (let index = 0; index < seats.length; index++)
        then += seatCost[(who[seats[index] ?? 0] ?? 0) * kinds + (list[index] ?? 0)] ?? 0
      if (then >= now) continue
      for (const [index, seat] of seats.entries()) kind[seat] = list[index] ?? 0
      now = then
      turned = true
    }
    return turned
  }
  const descend = () => {
    for (let better = true; better && looked < problem.budget; ) {
      better = false
      for (let room = 0; room < rooms.length; room++) if (turn(room)) better = true
      for (let a = 0; a < size; a++) {
        for (let b = a + 1; b < size; b++) {
          if (gain(a, b) >= 0) continue
          trade(a, b)
          better = true
        }
        looked += size - a
      }
    }
  }

  descend()
  let best = taken()
  while (!best.enough && looked < problem.budget) {
    who.set(best.who)
    kind.set(best.kind)
    const kicks = 2 + chance.below(Math.max(2, Math.min(6, size >> 1)))
    for (let kick = 0; kick < kicks; kick++) trade(chance.below(size), chance.below(size))
    descend()
    const next = taken()
    if (next.cost <= best.cost) best = next
  }
  return { ...best, looked }
}
