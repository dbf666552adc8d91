import type { ClassRecord, Role } from './class-record.ts'
import { CUSTOMER, OBSERVER, OFFICER } from './class-record.ts'
import { dealKinds } from './deal-kinds.ts'
import type { Improved, Problem } from './improve-seating.ts'
import { improveSeating } from './improve-seating.ts'
import type { Seated } from './plan.ts'
import { OUTSIDE, roleCosts, windowsToTry } from './role-windows.ts'
import type { RoomSizes } from './room-sizes.ts'
import { meetingCosts } from './seat-first-round.ts'
import type { Chance } from './seeded-chance.ts'
import { shuffled } from './seeded-chance.ts'

const KINDS: readonly (readonly [Role])[] = [[CUSTOMER], [OFFICER], [OBSERVER]]
const TURNS: Readonly<Record<number, readonly (readonly number[])[]>> = {
  2: [
    [0, 1],
    [1, 0],
  ],
  3: [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
    [0, 2, 1],
    [2, 1, 0],
    [1, 0, 2],
  ],
}
/** What parting from a partner in the middle of a pairing costs: below a role count outside P3, above all else. */
export const PARTED = 20_000
/** What having the same role twice in a pairing costs. */
const SAME_ROLE = 2000
const BUDGET_EACH = 200

/**
 * Seats for the second round of a pairing (P2): rooms stay together and roles rotate. If somebody left or arrived, the
 * rooms are repaired with the fewest partings that keep P1 and P3. Rooms come in the order of the last round.
 */
export function seatLaterRound(
  record: ClassRecord,
  sizes: RoomSizes,
  chance: Chance,
): Improved & { rooms: Seated[] } {
  const { size } = record
  const start = pack(record, sizes)
  const rooms: number[][] = []
  const kinds: number[] = []
  for (const people of start) {
    rooms.push(people.map((_, index) => kinds.length + index))
    kinds.push(...people.map((_, index) => index))
  }
  const who = Int16Array.from(start.flat())
  const kind = Uint8Array.from(kinds)
  const pairCost = meetingCosts(record)
  for (const room of record.lastRooms)
    for (const a of room) for (const b of room) if (a !== b) pairCost[a * size + b] = -PARTED
  const together = rooms.reduce(
    (sum, seats) =>
      sum +
      seats.reduce(
        (part, a) =>
          part +
          seats.reduce(
            (all, b) => all + (a < b ? (pairCost[(who[a] ?? 0) * size + (who[b] ?? 0)] ?? 0) : 0),
            0,
          ),
        0,
      ),
    0,
  )
  const share = [sizes.triads + sizes.pairs, sizes.triads + sizes.pairs, sizes.triads].map(
    seats => seats / size,
  )
  let best: Improved | undefined
  let looked = 0
  for (const windows of windowsToTry(record, [share])) {
    const seatCost = roleCosts(record, KINDS, windows)
    for (let person = 0; person < size; person++)
      for (const [role] of KINDS)
        addTo(seatCost, person * 3 + role, SAME_ROLE * (record.held[person * 3 + role] ?? 0))
    const problem: Problem = {
      size,
      rooms,
      pairCost,
      seatCost,
      kinds: 3,
      turns: room => TURNS[rooms[room]?.length ?? 0] ?? [],
      fault: SAME_ROLE,
      enough: together,
      budget: BUDGET_EACH * size,
    }
    const stayed = improveSeating(problem, { who, kind }, chance)
    looked += stayed.looked
    if (best === undefined || stayed.cost < best.cost) best = stayed
    if (best.enough) break
    const deal = dealKinds(seatCost, [rooms.length, rooms.length, sizes.triads], chance)
    if (deal.cost >= OUTSIDE) continue
    const everybody = shuffled([...Array(size).keys()], chance)
    const waiting = KINDS.map((_, each) => everybody.filter(person => deal.kindOf[person] === each))
    const dealt = improveSeating(
      problem,
      { who: Int16Array.from(kinds.map(each => waiting[each]?.pop() ?? 0)), kind },
      chance,
    )
    looked += dealt.looked
    if (dealt.cost < best.cost) best = dealt
  }
  if (best === undefined) throw new Error('there are always windows to try')
  const done = best
  const seated = rooms.map((seats): Seated => {
    const having = (role: Role) =>
      seats.filter(seat => done.kind[seat] === role).map(seat => done.who[seat] ?? 0)
    return {
      customer: having(CUSTOMER)[0] ?? 0,
      officer: having(OFFICER)[0] ?? 0,
      observers: having(OBSERVER),
    }
  })
  return { ...done, looked, rooms: inLastOrder(seated, record) }
}

const addTo = (costs: Int32Array, cell: number, by: number) => {
  costs[cell] = (costs[cell] ?? 0) + by
}

/** What is left of the last round's rooms, and newcomers, put into rooms of the right sizes; triads first. */
function pack({ size, lastRooms }: ClassRecord, sizes: RoomSizes): number[][] {
  const seated = new Set(lastRooms.flat())
  const parts = [
    ...lastRooms.map(room => [...room]),
    ...[...Array(size).keys()].filter(person => !seated.has(person)).map(person => [person]),
  ]
  const triples: number[][] = []
  const doubles: number[][] = []
  const singles: number[] = []
  for (const part of parts) {
    while (part.length > 3) singles.push(part.pop() ?? 0)
    if (part.length === 3) triples.push(part)
    else if (part.length === 2) doubles.push(part)
    else singles.push(...part)
  }
  while (triples.length > sizes.triads) {
    const [a = 0, b = 0, c = 0] = triples.pop() ?? []
    doubles.push([a, b])
    singles.push(c)
  }
  while (doubles.length > sizes.pairs + sizes.triads - triples.length) singles.push(...(doubles.pop() ?? []))
  const next = () => singles.shift() ?? 0
  while (triples.length < sizes.triads) {
    const double = doubles.length > sizes.pairs ? doubles.pop() : undefined
    triples.push(double === undefined ? [next(), next(), next()] : [...double, next()])
  }
  while (doubles.length < sizes.pairs) doubles.push([next(), next()])
  return [...triples, ...doubles]
}

/** The rooms in the order of the rooms that most of their people come from, so that a spot keeps its people. */
function inLastOrder(rooms: readonly Seated[], { lastRooms }: ClassRecord): Seated[] {
  const roomOf = new Map(lastRooms.flatMap((room, index) => room.map(person => [person, index] as const)))
  const from = (room: Seated) => {
    const indexes = [room.customer, room.officer, ...room.observers].map(
      person => roomOf.get(person) ?? lastRooms.length,
    )
    const count = (index: number) => indexes.filter(each => each === index).length
    return indexes.reduce((a, b) => (count(b) > count(a) || (count(b) === count(a) && b < a) ? b : a))
  }
  return rooms
    .map(room => ({ room, index: from(room) }))
    .sort((a, b) => a.index - b.index)
    .map(({ room }) => room)
}
