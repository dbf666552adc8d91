import { seededChance } from '../planner/seeded-chance.ts'

/** Throws of one step of a history. Each step has its own dice, so leaving a step out changes no other step's throws. */
export class Dice {
  readonly #chance: ReturnType<typeof seededChance>

  constructor(seed: number, step: number) {
    this.#chance = seededChance(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(step + 1, 0xc2b2ae35))
  }

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    return this.#chance.below(below)
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** True in `percent` of 100 cases. */
  percent(percent: number): boolean {
    return this.below(10_000) < percent * 100
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(Math.max(1, items.length))]
  }

  /** One of at least one. */
  oneOf<T>(first: T, ...others: readonly T[]): T {
    return this.pick([first, ...others]) ?? first
  }

  /** By weight; undefined when all weights are 0. */
  weighted<T>(choices: readonly (readonly [number, T])[]): T | undefined {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0)
    let left = this.below(1_000_000) * (total / 1_000_000)
    for (const [weight, choice] of choices) {
      left -= weight
      if (left < 0) return choice
    }
    return undefined
  }
}
