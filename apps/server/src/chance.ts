import { randomBytes } from 'node:crypto'

/** Where random numbers come from; a test brings its own. */
export interface Chance {
  bytes(count: number): Buffer
}

export const systemChance: Chance = { bytes: count => randomBytes(count) }

/** 32 bits, as the core takes them in with a command. */
export const chanceNumber = (chance: Chance): number => chance.bytes(4).readUInt32LE(0)
