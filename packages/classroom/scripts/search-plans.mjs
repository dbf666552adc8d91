// The long search behind the planner's written plans (docs/adr/0003-planner.md, P5). Run once, by hand:
//
//   npm run build && node scripts/search-plans.mjs [tries for each person, default 25]
//
// For each class size it anneals six pairings (twelve rounds) at once. A plan pays for each repeated partner, earlier
// ones more, and heavily for role counts that differ by more than one after any round. The best plan without such role
// counts is written to src/planner/written-plans.ts, its repeats to src/planner/repeat-table.ts.
import { writeFileSync } from 'node:fs'
import { dealKinds } from '../dist/planner/deal-kinds.js'
import { roleCosts, windowsToTry } from '../dist/planner/role-windows.js'
import { roomSizes } from '../dist/planner/room-sizes.js'
import { seededChance, shuffled } from '../dist/planner/seeded-chance.js'

const PAIRINGS = 6
const UP_TO = 60
const ROLE_WEIGHT = 3
const SEARCHED_UP_TO = 32
/** Five and seven people make the same rooms either way; above these, one pairing at a time repeats nobody. */
const ODD_PAIRS = [9, 11, 13, 15, 17]
const TRIES = Number(process.argv[2] ?? 25)

const CUSTOMER = 0
const OFFICER = 1
const OBSERVER = 2
/** Roles in the two rounds of a pairing; then the kinds by seat. */
const KINDS = [
  [CUSTOMER, OFFICER],
  [OFFICER, CUSTOMER],
  [OFFICER, OBSERVER],
  [OBSERVER, CUSTOMER],
  [CUSTOMER, OBSERVER],
  [OBSERVER, OFFICER],
]
const PAIR = [0, 1]
const ONE_WAY = [0, 2, 3]
const OTHER_WAY = [4, 1, 5]
const SWEEP = 20_000
const HOT = 2
const COLD = 0.15

/** Cost of a pair of people by the set of pairings in which they met: each meeting after the first, early ones more. */
const MET_COST = Array.from({ length: 1 << PAIRINGS }, (_, met) => {
  let cost = 0
  let first = true
  for (let pairing = 0; pairing < PAIRINGS; pairing++) {
    if ((met & (1 << pairing)) === 0) continue
    if (!first) cost += PAIRINGS - pairing
    first = false
  }
  return cost
})

/** Seats of each room, triads first. */
function layout({ triads, pairs }) {
  const rooms = []
  let seat = 0
  for (let room = 0; room < triads + pairs; room++) {
    rooms.push(room < triads ? [seat, seat + 1, seat + 2] : [seat, seat + 1])
    seat += room < triads ? 3 : 2
  }
  return rooms
}

/** Six pairings' kinds of seat with even roles after every round, dealt anew: [pairing][person], and the turned triads. */
function dealRoles(sizes, size, chance) {
  const record = {
    size,
    always: new Uint8Array(size).fill(1),
    played: new Int16Array(size * 3),
    owed: new Float64Array(size * 3),
  }
  const share = [sizes.triads + sizes.pairs, sizes.triads + sizes.pairs, sizes.triads].map(
    seats => seats / size,
  )
  const pairings = []
  for (let pairing = 0; pairing < PAIRINGS; pairing++) {
    const options = shuffled([...Array(sizes.triads + 1).keys()], chance)
    const deal = firstEven(windowsToTry(record, [share, share]), windows => {
      const costs = roleCosts(record, KINDS, windows)
      return firstEven(options, turned => {
        const { kindOf, cost } = dealKinds(costs, seatsByKind(sizes, turned), chance)
        return cost < 1_000_000 ? { kindOf, turned } : undefined
      })
    })
    if (deal === undefined) return undefined
    pairings.push(deal)
    for (let person = 0; person < size; person++) {
      for (const role of KINDS[deal.kindOf[person]]) {
        record.played[person * 3 + role]++
        record.owed[person * 3 + role]++
      }
    }
  }
  return pairings
}

function firstEven(list, attempt) {
  for (const each of list) {
    const found = attempt(each)
    if (found !== undefined) return found
  }
  return undefined
}

function seatsByKind({ triads, pairs }, turned) {
  const straight = triads - turned
  return [straight + pairs, turned + pairs, straight, straight, turned, turned]
}

function anneal(sizes, dealt, least, chance) {
  const random = () => chance.below(1 << 30) / (1 << 30)
  const rooms = layout(sizes)
  const size = 3 * sizes.triads + 2 * sizes.pairs
  const roomOf = rooms.flatMap((seats, room) => seats.map(() => room))
  const kindAt = dealt.map(({ turned }) =>
    rooms.flatMap((_, room) => (room >= sizes.triads ? PAIR : room < turned ? OTHER_WAY : ONE_WAY)),
  )
  const who = dealt.map(({ kindOf }, pairing) => {
    const waiting = KINDS.map((_, kind) =>
      shuffled(
        [...Array(size).keys()].filter(person => kindOf[person] === kind),
        chance,
      ),
    )
    return kindAt[pairing].map(kind => waiting[kind].pop())
  })
  const roles = who.map((list, pairing) => {
    const row = new Array(size)
    for (const [seat, person] of list.entries()) row[person] = KINDS[kindAt[pairing][seat]]
    return row
  })

  // Everybody is there throughout, so the counts that are within one of each other are known for each round.
  const shares = [sizes.triads + sizes.pairs, sizes.triads + sizes.pairs, sizes.triads]
  const low = new Int16Array(PAIRINGS * 6)
  const high = new Int16Array(PAIRINGS * 6)
  for (let round = 0; round < PAIRINGS * 2; round++) {
    for (let role = 0; role < 3; role++) {
      const total = shares[role] * (round + 1)
      low[round * 3 + role] = Math.floor(total / size)
      high[round * 3 + role] = Math.ceil(total / size)
    }
  }
  const counts = [0, 0, 0]
  const roleCost = person => {
    let cost = 0
    counts[0] = counts[1] = counts[2] = 0
    for (let round = 0; round < PAIRINGS * 2; round++) {
      counts[roles[round >> 1][person][round & 1]]++
      for (let role = 0; role < 3; role++) {
        const count = counts[role]
        const cell = round * 3 + role
        if (count < low[cell]) cost += (low[cell] - count) ** 2
        else if (count > high[cell]) cost += (count - high[cell]) ** 2
      }
    }
    return cost
  }
  const roleCosts = Array.from({ length: size }, (_, person) => roleCost(person))
  const met = new Uint8Array(size * size)
  const meet = (pairing, a, b) => {
    met[a * size + b] ^= 1 << pairing
    met[b * size + a] ^= 1 << pairing
  }
  for (let pairing = 0; pairing < PAIRINGS; pairing++) {
    for (const seats of rooms)
      for (const a of seats) for (const b of seats) if (a < b) meet(pairing, who[pairing][a], who[pairing][b])
  }
  let repeats = 0
  for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) repeats += MET_COST[met[a * size + b]]
  let uneven = roleCosts.reduce((sum, cost) => sum + cost, 0)

  const others = (pairing, seat) => {
    const list = []
    for (const other of rooms[roomOf[seat]]) if (other !== seat) list.push(who[pairing][other])
    return list
  }
  const flip = (pairing, person, list) => {
    let change = 0
    for (const other of list) {
      change -= MET_COST[met[person * size + other]]
      meet(pairing, person, other)
      change += MET_COST[met[person * size + other]]
    }
    return change
  }
  const setRoles = (pairing, seat) => {
    const person = who[pairing][seat]
    roles[pairing][person] = KINDS[kindAt[pairing][seat]]
    const cost = roleCost(person)
    const change = cost - roleCosts[person]
    roleCosts[person] = cost
    return change
  }
  const trade = (pairing, a, b) => {
    let change = 0
    const p = who[pairing][a]
    const q = who[pairing][b]
    if (roomOf[a] !== roomOf[b]) {
      const withA = others(pairing, a)
      const withB = others(pairing, b)
      change =
        flip(pairing, p, withA) + flip(pairing, q, withB) + flip(pairing, p, withB) + flip(pairing, q, withA)
    }
    who[pairing][a] = q
    who[pairing][b] = p
    repeats += change
    if (kindAt[pairing][a] === kindAt[pairing][b]) return change
    const uneasy = setRoles(pairing, a) + setRoles(pairing, b)
    uneven += uneasy
    return change + ROLE_WEIGHT * uneasy
  }

  let best
  const sweep = SWEEP * size
  for (let step = 0; step < sweep; step++) {
    const heat = HOT * (1 - step / sweep) ** 2 + COLD
    const pairing = chance.below(PAIRINGS)
    const a = chance.below(size)
    const b = chance.below(size)
    if (a === b || (kindAt[pairing][a] !== kindAt[pairing][b] && random() < 0.7)) continue
    const change = trade(pairing, a, b)
    if (change > 0 && random() >= Math.exp(-change / heat)) trade(pairing, a, b)
    if (uneven === 0 && (best === undefined || repeats < best.repeats)) {
      best = { repeats, who: who.map(list => [...list]), turned: dealt.map(({ turned }) => turned), rooms }
      if (repeats === least) break
    }
  }
  return best
}

function search(sizes, least, chance) {
  const size = 3 * sizes.triads + 2 * sizes.pairs
  let best
  for (let left = TRIES * size; left > 0 && best?.repeats !== least; left--) {
    const dealt = dealRoles(sizes, size, chance)
    const found = dealt && anneal(sizes, dealt, least, chance)
    if (found !== undefined && (best === undefined || found.repeats < best.repeats)) best = found
  }
  return best
}

/**
 * People renumbered so that the first pairing, read room by room as customer, officer, observer, is 0 1 2 ...
 * One text a pairing: how many triads turn one way (they come first), then everybody in that order, in base 36.
 */
function written({ who, turned, rooms }) {
  const orders = who.map((list, pairing) => {
    const triads = rooms.filter(seats => seats.length === 3)
    const order = [
      ...triads.slice(turned[pairing]),
      ...triads.slice(0, turned[pairing]),
      ...rooms.slice(triads.length),
    ]
    return order.flat().map(seat => list[seat])
  })
  const triads = rooms.filter(seats => seats.length === 3).length
  const number = new Map(orders[0].map((person, index) => [person, index.toString(36)]))
  return orders.map(
    (order, pairing) =>
      (triads - turned[pairing]).toString(36) + order.map(person => number.get(person)).join(''),
  )
}

/** Repeated partners in the first one, two ... six pairings. */
function repeatsOf({ who, rooms }) {
  const met = new Set()
  let repeats = 0
  return who.map(list => {
    for (const seats of rooms) {
      for (const a of seats) {
        for (const b of seats) {
          if (list[a] >= list[b]) continue
          const pair = `${list[a]}-${list[b]}`
          if (met.has(pair)) repeats++
          met.add(pair)
        }
      }
    }
    return repeats
  })
}

const plans = new Map()
const repeats = new Map()
const started = Date.now()
for (const groupSize of [3, 2]) {
  for (let count = 2; count <= SEARCHED_UP_TO; count++) {
    if (groupSize === 2 && !ODD_PAIRS.includes(count)) continue
    const sizes = roomSizes(count, groupSize)
    const edges = 3 * sizes.triads + sizes.pairs
    const least = Array.from({ length: PAIRINGS }, (_, index) =>
      Math.max(0, (index + 1) * edges - (count * (count - 1)) / 2),
    )
    const sum = least.reduce((a, b) => a + b, 0)
    const found = search(sizes, sum, seededChance(count * 10 + groupSize))
    if (found === undefined) throw new Error(`no plan with even roles for ${count} in groups of ${groupSize}`)
    const table = repeatsOf(found)
    if (sizes.triads > 0) plans.set(`${sizes.triads}+${sizes.pairs}`, written(found))
    repeats.set(`${groupSize}:${count}`, table)
    console.log(
      `${count} by ${groupSize}: ${table.join(' ')}  (by counting, no fewer than ${least.join(' ')})`,
    )
  }
}
console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`)
const note =
  '// Written by scripts/search-plans.mjs; see docs/adr/0003-planner.md, P5. Do not edit by hand.\n'
const source = name => new URL(`../src/planner/${name}`, import.meta.url)
writeFileSync(
  source('written-plans.ts'),
  `${note}
/** [triads + pairs]: six pairings; see follow-plan.ts for how they are read. */
export const WRITTEN_PLANS: Readonly<Record<string, readonly string[]>> = {
${[...plans].map(([key, texts]) => `  '${key}': [\n${texts.map(text => `    '${text}',\n`).join('')}  ],\n`).join('')}}
`,
)
const rows = groupSize =>
  Array.from({ length: UP_TO - 1 }, (_, index) => index + 2)
    .filter(count => groupSize === 3 || repeats.has(`${groupSize}:${count}`))
    .map(
      count =>
        `  ${count}: [${(repeats.get(`${groupSize}:${count}`) ?? Array(PAIRINGS).fill(0)).join(', ')}],\n`,
    )
    .join('')
writeFileSync(
  source('repeat-table.ts'),
  `${note}
/** Triads, by class size: partners met again in the first 1, 2 ... 6 pairings of a class that stays the same. */
export const TRIAD_REPEATS: Readonly<Record<number, readonly number[]>> = {
${rows(3)}}

/** Pairs with an odd number of people, as far as searched: the same. */
export const ODD_PAIR_REPEATS: Readonly<Record<number, readonly number[]>> = {
${rows(2)}}
`,
)
