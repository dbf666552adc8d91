import { addressKey } from './address-key.ts'

/*
 * rate-limiter-flexible counts by `Date.now` and forgets by real timers; it can't be given a clock. These two small
 * counters can, so that a test proves the longest pause without waiting for it.
 *
 * An attempt is counted as failed when it begins and given back when it succeeds: many at once can't slip through
 * while the first is still being checked.
 */

interface Clock {
  now(): number
}

/** More addresses than this are not remembered: the oldest go first. */
const MOST_ADDRESSES = 10_000

/** At most so many failures in a window, for each address and for all of them together. */
export class FailureBudget {
  readonly #clock: Clock
  readonly #limits: BudgetLimits
  readonly #addresses = new Map<string, { count: number; endsAt: number }>()
  #all = { count: 0, endsAt: 0 }

  constructor(clock: Clock, limits: BudgetLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  /** 0 when an attempt may be made: it counts as failed until it is given back. Else the ms to wait. */
  take(address: string | undefined): number {
    const now = this.#clock.now()
    const key = addressKey(address)
    const fresh = () => ({ count: 0, endsAt: now + this.#limits.windowMs })
    if (this.#all.endsAt <= now) this.#all = fresh()
    const known = this.#addresses.get(key)
    const own = known === undefined || known.endsAt <= now ? fresh() : known
    if (own.count >= this.#limits.perAddress) return own.endsAt - now
    if (this.#all.count >= this.#limits.overall) return this.#all.endsAt - now
    own.count += 1
    this.#all.count += 1
    remember(this.#addresses, key, own)
    return 0
  }

  giveBack(address: string | undefined): void {
    const own = this.#addresses.get(addressKey(address))
    if (own !== undefined && own.count > 0) own.count -= 1
    if (this.#all.count > 0) this.#all.count -= 1
  }
}

const FREE_FAILURES = 5
const LONGEST_PAUSE_MS = 300_000
const FORGOTTEN_AFTER_MS = 3_600_000

/** The pause after so many failures in a row: none up to four, then 1 s, 2 s, 4 s … up to 300 s. In ms. */
export const pauseAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** (failures - FREE_FAILURES))

/** A pause for each address that grows with its failures and ends with a success or an hour of peace. */
export class GrowingPause {
  readonly #clock: Clock
  readonly #addresses = new Map<string, { failures: number; last: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** 0 when an attempt may be made: it counts as failed until it is cleared. Else the ms to wait. */
  take(address: string | undefined): number {
    const now = this.#clock.now()
    const key = addressKey(address)
    const known = this.#addresses.get(key)
    const own =
      known === undefined || known.last + FORGOTTEN_AFTER_MS <= now ? { failures: 0, last: now } : known
    const wait = own.last + pauseAfter(own.failures) - now
    if (wait > 0) return wait
    remember(this.#addresses, key, { failures: own.failures + 1, last: now })
    return 0
  }

  clear(address: string | undefined): void {
    this.#addresses.delete(addressKey(address))
  }
}

/** Newest last, so that the first in the map is the one to forget. */
function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= MOST_ADDRESSES) break
    map.delete(oldest)
  }
}

const TEN_MINUTES = 600_000

/** Wrong passcodes: a growing pause for each address, and a budget for all of them together. */
export class PasscodeAttempts {
  readonly #pause: GrowingPause
  readonly #budget: FailureBudget

  constructor(clock: Clock) {
    this.#pause = new GrowingPause(clock)
    this.#budget = new FailureBudget(clock, ATTEMPT_LIMITS.passcodes)
  }

  /** 0 when an attempt may be made: it counts as failed until it succeeds. Else the ms to wait. */
  take(address: string | undefined): number {
    const overall = this.#budget.take(address)
    if (overall > 0) return overall
    const own = this.#pause.take(address)
    // What was not tried costs the others nothing.
    if (own > 0) this.#budget.giveBack(address)
    return own
  }

  succeeded(address: string | undefined): void {
    this.#pause.clear(address)
    this.#budget.giveBack(address)
  }
}

export interface BudgetLimits {
  readonly perAddress: number
  readonly overall: number
  readonly windowMs: number
}

/** At most so many failures in a window. In this process the answer is there at once; where servers share it, it is asked for. */
export interface Budget {
  /** 0 when an attempt may be made: it counts as failed until it is given back. Else the ms to wait. */
  take(address: string | undefined): number | Promise<number>
  giveBack(address: string | undefined): void | Promise<void>
}

/** The deployment's counters. A school shares one address, so an address may fail often before it has to wait. */
export interface Attempts {
  /** Join codes. */
  readonly codes: Budget
  readonly passcodes: {
    take(address: string | undefined): number | Promise<number>
    succeeded(address: string | undefined): void | Promise<void>
  }
  /** Screens that ask for digits; there are only 10,000. */
  readonly screens: Budget
  /** Digits that an instructor types and no screen shows. */
  readonly digits: Budget
  /** Devices that ask for a seat. */
  readonly claims: Budget
  /** Single-use links that let nobody in. */
  readonly links: Budget
  /** Cards that are checked or saved. Checking while somebody types asks about once a second. */
  readonly cards: Budget
  /** Files of cards that are imported: reading one costs the most of all that is asked over http. */
  readonly imports: Budget
}

export const ATTEMPT_LIMITS = {
  codes: { perAddress: 60, overall: 600, windowMs: TEN_MINUTES },
  passcodes: { perAddress: 300, overall: 300, windowMs: TEN_MINUTES },
  screens: { perAddress: 30, overall: 300, windowMs: TEN_MINUTES },
  digits: { perAddress: 30, overall: 300, windowMs: TEN_MINUTES },
  claims: { perAddress: 30, overall: 300, windowMs: TEN_MINUTES },
  links: { perAddress: 60, overall: 600, windowMs: TEN_MINUTES },
  cards: { perAddress: 1_200, overall: 3_600, windowMs: TEN_MINUTES },
  imports: { perAddress: 30, overall: 90, windowMs: TEN_MINUTES },
} as const satisfies Record<keyof Attempts, BudgetLimits>

export const createAttempts = (clock: Clock): Attempts => ({
  codes: new FailureBudget(clock, ATTEMPT_LIMITS.codes),
  passcodes: new PasscodeAttempts(clock),
  screens: new FailureBudget(clock, ATTEMPT_LIMITS.screens),
  digits: new FailureBudget(clock, ATTEMPT_LIMITS.digits),
  claims: new FailureBudget(clock, ATTEMPT_LIMITS.claims),
  links: new FailureBudget(clock, ATTEMPT_LIMITS.links),
  cards: new FailureBudget(clock, ATTEMPT_LIMITS.cards),
  imports: new FailureBudget(clock, ATTEMPT_LIMITS.imports),
})
