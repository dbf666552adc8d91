import type { ClassRecord, Role } from './class-record.ts'
import { CUSTOMER, OBSERVER, OFFICER } from './class-record.ts'
import { dealKinds } from './deal-kinds.ts'
import type { Draft, Improved, Problem } from './improve-seating.ts'
import { improveSeating } from './improve-seating.ts'
import { circleTurn } from './pair-circle.ts'
import type { Seated } from './plan.ts'
import { OUTSIDE, roleCosts, windowsToTry } from './role-windows.ts'
import type { RoomSizes } from './room-sizes.ts'
import type { Chance } from './seeded-chance.ts'
import { shuffled } from './seeded-chance.ts'

/** A kind of seat in the first round of a pairing: the role now and the role in the second round (P2). */
const KINDS: readonly (readonly [Role, Role])[] = [
  [CUSTOMER, OFFICER],
  [OFFICER, CUSTOMER],
  [OFFICER, OBSERVER],
  [OBSERVER, CUSTOMER],
  [CUSTOMER, OBSERVER],
  [OBSERVER, OFFICER],
]
const PAIR = [0, 1]
const PAIR_OTHER_WAY = [1, 0]
const TRIAD = [0, 2, 3]
const TRIAD_OTHER_WAY = [4, 1, 5]
/** Cost of meeting again, and a little more for each further time. */
export const AGAIN = 100
export const EACH_TIME = 10
/** Trades of seats looked at for each person before the best seating so far is taken; 60 people rarely need 100. */
const BUDGET_EACH = 600

/**
 * Seats for the first round of a pairing. First the roles, exactly: who has which role now and which in the second
 * round, so that the class is even after both (P3). Then the rooms, by trading seats: as few repeated partners as can
 * be found (P4, P5). The order of people in `record` is the order of the circle for pairs.
 */
export function seatFirstRound(
  record: ClassRecord,
  sizes: RoomSizes,
  chance: Chance,
): Improved & { rooms: Seated[] } {
  const { size } = record
  const { seatCost, kindOf, otherWay } = dealRoles(record, sizes, chance)
  const rooms: number[][] = []
  const kinds: number[] = []
  const open = (list: readonly number[]) => {
    rooms.push(list.map((_, index) => kinds.length + index))
    kinds.push(...list)
  }
  for (let triad = 0; triad < sizes.triads; triad++) open(triad < otherWay ? TRIAD_OTHER_WAY : TRIAD)
  for (let pair = 0; pair < sizes.pairs; pair++) open(PAIR)
  const everybody = shuffled([...Array(size).keys()], chance)
  const waiting = KINDS.map((_, kind) => everybody.filter(person => kindOf[person] === kind))
  const problem: Problem = {
    size,
    rooms,
    pairCost: meetingCosts(record),
    seatCost,
    kinds: KINDS.length,
    turns: room => ((rooms[room]?.length ?? 0) === 3 ? [TRIAD, TRIAD_OTHER_WAY] : [PAIR, PAIR_OTHER_WAY]),
    fault: OUTSIDE,
    enough: 0,
    budget: BUDGET_EACH * size,
  }
  const kind = Uint8Array.from(kinds)
  const start = { who: Int16Array.from(kinds.map(each => waiting[each]?.pop() ?? 0)), kind }
  const starts = sizes.triads === 0 ? [bestCircleTurn(record, kind), start] : [start]
  const done = bestOf(problem, starts, chance)
  const seated = rooms.map((seats): Seated => {
    const having = (role: Role) =>
      seats.filter(seat => KINDS[done.kind[seat] ?? 0]?.[0] === role).map(seat => done.who[seat] ?? 0)
    return {
      customer: having(CUSTOMER)[0] ?? 0,
      officer: having(OFFICER)[0] ?? 0,
      observers: having(OBSERVER),
    }
  })
  return { ...done, rooms: seated }
}

/** The first start that leads to a seating without a fault; failing that the cheapest. */
export function bestOf(problem: Problem, starts: readonly Draft[], chance: Chance): Improved {
  let best: Improved | undefined
  for (const start of starts) {
    const next = improveSeating(problem, start, chance)
    if (best === undefined || next.cost < best.cost)
      best = { ...next, looked: next.looked + (best?.looked ?? 0) }
    if (best.enough) break
  }
  if (best === undefined) throw new Error('a seating needs a start')
  return best
}

/** P3: the first windows, and number of triads that turn the other way, with which everybody is even; else the best. */
function dealRoles(record: ClassRecord, sizes: RoomSizes, chance: Chance) {
  const rooms = sizes.triads + sizes.pairs
  const share = [rooms, rooms, sizes.triads].map(seats => seats / record.size)
  let best: { cost: number; kindOf: Uint8Array; seatCost: Int32Array; otherWay: number } | undefined
  for (const windows of windowsToTry(record, [share, share])) {
    const seatCost = roleCosts(record, KINDS, windows)
    for (const otherWay of fromTheMiddle(sizes.triads)) {
      const oneWay = sizes.triads - otherWay
      const seats = [oneWay + sizes.pairs, otherWay + sizes.pairs, oneWay, oneWay, otherWay, otherWay]
      const deal = dealKinds(seatCost, seats, chance)
      if (best === undefined || deal.cost < best.cost) best = { ...deal, seatCost, otherWay }
      if (best.cost < OUTSIDE) return best
    }
  }
  if (best === undefined) throw new Error('there are always windows to try')
  return best
}

/** 0 .. most, the middle first: as many triads one way round as the other, if the roles allow. */
function fromTheMiddle(most: number): number[] {
  const middle = most >> 1
  return [...Array(most + 1).keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)
}

export function meetingCosts({ met }: ClassRecord): Int32Array {
  const costs = new Int32Array(met.length)
  for (let cell = 0; cell < met.length; cell++) {
    const times = met[cell] ?? 0
    costs[cell] = times === 0 ? 0 : AGAIN + EACH_TIME * (times - 1)
  }
  return costs
}

/** P4: the turn of the circle with the fewest and least repeated partners. */
function bestCircleTurn({ size, met }: ClassRecord, kind: Uint8Array): Draft {
  let best: readonly (readonly [number, number])[] = []
  let least = Infinity
  for (let turn = 0; turn < size - 1; turn++) {
    const pairs = circleTurn(size, turn)
    const again = pairs.reduce((sum, [a, b]) => sum + (met[a * size + b] ?? 0), 0)
    if (again >= least) continue
    best = pairs
    least = again
  }
  return { who: Int16Array.from(best.flat()), kind }
}
