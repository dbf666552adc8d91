import { randomBytes, randomFillSync } from 'node:crypto'

/** Where random numbers come from; a test brings its own. */
export interface Chance {
  bytes(count: number): Buffer
  /** 32 bits, as the core takes them in with every command. */
  number?(): number
}

/** Asking the system for four bytes costs as much as for a thousand, and every command takes four. */
const POOL = Buffer.alloc(4_096)
let used = POOL.length

export const systemChance: Chance = {
  bytes: count => randomBytes(count),
  number() {
    if (used === POOL.length) {
      randomFillSync(POOL)
      used = 0
    }
    const number = POOL.readUInt32LE(used)
    used += 4
    return number
  },
}

export const chanceNumber = (chance: Chance): number => chance.number?.() ?? chance.bytes(4).readUInt32LE(0)
