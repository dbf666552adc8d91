/** A reproducible stream of chance: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, ample for shuffling a class. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  return {
    below(below) {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
    },
  }
}

/** Fisher-Yates on a copy. */
export function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = chance.below(last + 1)
    const item = order[last] as T
    order[last] = order[other] as T
    order[other] = item
  }
  return order
}
