/** Timers of the process: `now` is monotonic, in milliseconds. Each answer calls its timer off. */
export interface PaceClock {
  now(): number
  after(ms: number, run: () => void): () => void
  /** When everything that has arrived by now was read. */
  afterThisTurn(run: () => void): () => void
}

/**
 * When what waits for the store is sent to it, so that one wake of its thread and one commit serve many classes.
 *
 * A commit has a price that does not depend on how much is in it (two wakes, a transaction, a sync: more CPU than all the
 * rest of a line). So commits begin at least `WINDOW_MS` apart: an append that finds the last one longer ago goes at once, so
 * a lone one never waits; under load those between wait, together, for the rest of the window. One commit is under way at a
 * time, and what arrives during it makes up the next.
 *
 * Writers that come straight back with their next append when they are answered (an import, a bench) would only lose by
 * waiting: nobody else is to come. So when as many come straight back as were answered, they go at once.
 */
export class CommitPace {
  readonly #clock: PaceClock
  readonly #send: () => void
  #lastSent = Number.NEGATIVE_INFINITY
  #waiting = 0
  /** Appends sent and not yet answered. */
  #underWay = 0
  #callOff: (() => void) | undefined

  constructor(send: () => void, clock: PaceClock = processClock) {
    this.#send = send
    this.#clock = clock
  }

  /** One more append waits. */
  more(): void {
    this.#waiting += 1
    if (this.#underWay === 0 && this.#callOff === undefined) this.#plan(this.#restOfWindow())
  }

  /** So many were answered. Called before their writers hear of it. */
  answered(count: number): void {
    this.#underWay = Math.max(0, this.#underWay - count)
    if (this.#underWay > 0) return
    const before = this.#waiting
    this.#callOff?.()
    // By then the writers that were answered have had their turn.
    this.#callOff = this.#clock.afterThisTurn(() => {
      this.#callOff = undefined
      if (this.#waiting === 0) return
      const cameStraightBack = this.#waiting - before
      const rest = this.#restOfWindow()
      if (rest <= 0 || (count > 0 && cameStraightBack >= count)) this.sendNow()
      else this.#plan(rest)
    })
  }

  /** Sends what waits, whatever the pace: something else is to be answered behind it. */
  sendNow(): void {
    this.#callOff?.()
    this.#callOff = undefined
    if (this.#waiting === 0) return
    this.#underWay += this.#waiting
    this.#waiting = 0
    this.#lastSent = this.#clock.now()
    this.#send()
  }

  #plan(ms: number): void {
    const send = () => this.sendNow()
    this.#callOff = ms <= 0 ? this.#clock.afterThisTurn(send) : this.#clock.after(ms, send)
  }

  #restOfWindow(): number {
    return this.#lastSent + WINDOW_MS - this.#clock.now()
  }
}

/** Milliseconds: far below what a person could notice of a line. */
export const WINDOW_MS = 5

const processClock: PaceClock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  afterThisTurn(run) {
    const immediate = setImmediate(run)
    return () => clearImmediate(immediate)
  },
}
