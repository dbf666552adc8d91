import type { ClassRecord, Role } from './class-record.ts'
import { ROLES } from './class-record.ts'

/** For each role the lower of the two neighbouring counts that those present in every round shall have after a round. */
export type Window = readonly number[]

/**
 * P3 for one round or two: which windows to aim at, the likeliest first. A role's window stays (nobody above it gets
 * the role) or moves up by one (everybody below gets it), so there are eight ways a round. `shares` is, for each round
 * to come, the part of the class that has each role.
 */
export function windowsToTry(record: ClassRecord, shares: readonly (readonly number[])[]): Window[][] {
  const now = ROLES.map(role => lowest(record, role))
  const mean = ROLES.map(role => average(record, role))
  let tried: { windows: Window[]; off: number }[] = [{ windows: [], off: 0 }]
  for (const [round, share] of shares.entries()) {
    for (const role of ROLES) mean[role] = (mean[role] ?? 0) + (share[role] ?? 0)
    tried = tried.flatMap(({ windows, off }) => {
      const from = windows[round - 1] ?? now
      return EIGHT.map(up => {
        const window = from.map((low, role) => low + (up[role] ?? 0))
        const miss = window.reduce((sum, low, role) => sum + (low + 0.5 - (mean[role] ?? 0)) ** 2, 0)
        return { windows: [...windows, window], off: off + miss }
      })
    })
  }
  return tried.sort((a, b) => a.off - b.off).map(each => each.windows)
}

const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7].map(bits => [bits & 1, (bits >> 1) & 1, (bits >> 2) & 1])

function lowest(record: ClassRecord, role: Role): number {
  let low = Infinity
  for (let person = 0; person < record.size; person++)
    if (record.always[person] === 1) low = Math.min(low, record.played[person * 3 + role] ?? 0)
  return low === Infinity ? 0 : low
}

function average(record: ClassRecord, role: Role): number {
  let sum = 0
  let people = 0
  for (let person = 0; person < record.size; person++) {
    if (record.always[person] !== 1) continue
    sum += record.played[person * 3 + role] ?? 0
    people++
  }
  return people === 0 ? 0 : sum / people
}

/** Cost of leaving a window, far above everything else that a seating weighs. */
export const OUTSIDE = 1_000_000
/** Weight of evenness beyond the windows, for those who were not always there; meeting again costs 100. */
const UNEVEN = 10

/** [person * kinds + kind]: what a kind of seat, as the roles of the rounds to come, costs a person. */
export function roleCosts(
  record: ClassRecord,
  kinds: readonly (readonly Role[])[],
  windows: readonly Window[],
): Int32Array {
  const costs = new Int32Array(record.size * kinds.length)
  for (let person = 0; person < record.size; person++) {
    const each = kinds.map(roles => costOf(record, person, roles, windows))
    const least = Math.min(...each)
    const floor = least >= OUTSIDE ? 0 : least
    for (const [kind, cost] of each.entries()) costs[person * kinds.length + kind] = cost - floor
  }
  return costs
}

function costOf(
  record: ClassRecord,
  person: number,
  roles: readonly Role[],
  windows: readonly Window[],
): number {
  let outside = 0
  let uneven = 0
  for (let round = 0; round < roles.length; round++) {
    for (const role of ROLES) {
      let times = 0
      for (let upto = 0; upto <= round; upto++) if (roles[upto] === role) times++
      uneven += ((record.owed[person * 3 + role] ?? 0) + times) ** 2
      const over = (record.played[person * 3 + role] ?? 0) + times - (windows[round]?.[role] ?? 0)
      if (record.always[person] === 1) outside += over < 0 ? over * over : over > 1 ? (over - 1) ** 2 : 0
    }
  }
  return OUTSIDE * Math.min(outside, 1000) + Math.round(UNEVEN * uneven)
}
