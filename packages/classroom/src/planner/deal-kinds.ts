import type { Chance } from './seeded-chance.ts'
import { shuffled } from './seeded-chance.ts'

export interface Deal {
  /** [person]: kind. */
  readonly kindOf: Uint8Array
  readonly cost: number
}

/**
 * Gives each person a kind of seat, with `room[kind]` seats of each, at the lowest sum of `cost` [person * kinds + kind].
 * Exact: starts anyhow and turns rings (a takes b's kind, b takes c's ... takes a's) while one of them saves something;
 * an assignment without such a ring is a cheapest one (Klein 1967, negative cycle cancelling). Ties fall by chance.
 */
export function dealKinds(cost: Int32Array, room: readonly number[], chance: Chance): Deal {
  const kinds = room.length
  const size = cost.length / kinds
  const kindOf = new Uint8Array(size)
  const order = shuffled([...Array(size).keys()], chance)
  let next = 0
  for (const [kind, seats] of room.entries())
    for (let seat = 0; seat < seats; seat++) kindOf[order[next++] ?? 0] = kind

  const save = new Float64Array(kinds * kinds)
  const mover = new Int16Array(kinds * kinds)
  const via = new Int8Array(kinds * kinds)
  for (;;) {
    save.fill(Infinity)
    for (const person of order) {
      const from = kindOf[person] ?? 0
      for (let to = 0; to < kinds; to++) {
        if (to === from) continue
        const change = (cost[person * kinds + to] ?? 0) - (cost[person * kinds + from] ?? 0)
        if (change >= (save[from * kinds + to] ?? Infinity)) continue
        save[from * kinds + to] = change
        mover[from * kinds + to] = person
      }
    }
    const ring = savingRing(save, via, kinds)
    if (ring.length === 0) break
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length] ?? 0
      kindOf[mover[from * kinds + to] ?? 0] = to
    }
  }
  let sum = 0
  for (let person = 0; person < size; person++) sum += cost[person * kinds + (kindOf[person] ?? 0)] ?? 0
  return { kindOf, cost: sum }
}

/** A ring of kinds whose moves together save something (Floyd-Warshall), or none. `save` is used up. */
function savingRing(save: Float64Array, via: Int8Array, kinds: number): number[] {
  for (let from = 0; from < kinds; from++) for (let to = 0; to < kinds; to++) via[from * kinds + to] = to
  for (let middle = 0; middle < kinds; middle++) {
    for (let from = 0; from < kinds; from++) {
      for (let to = 0; to < kinds; to++) {
        const change = (save[from * kinds + middle] ?? 0) + (save[middle * kinds + to] ?? 0)
        if (change >= (save[from * kinds + to] ?? 0)) continue
        save[from * kinds + to] = change
        via[from * kinds + to] = via[from * kinds + middle] ?? 0
      }
      if ((save[from * kinds + from] ?? 0) < 0) return ringThrough(from, via, kinds)
    }
  }
  return []
}

function ringThrough(start: number, via: Int8Array, kinds: number): number[] {
  const walk = [start]
  for (let at = via[start * kinds + start] ?? start; ; at = via[at * kinds + start] ?? start) {
    const again = walk.indexOf(at)
    if (again >= 0) return walk.slice(again)
    walk.push(at)
  }
}
