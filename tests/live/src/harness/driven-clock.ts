import type { Clock } from '@evenkeel/server'

interface Timer {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

/** Time that stands until the test moves it. Timers run in the order of their time, each at its own moment. */
export class DrivenClock implements Clock {
  #now: number
  #order = 0
  readonly #timers = new Set<Timer>()

  constructor(startsAt = Date.UTC(2026, 8, 1, 9)) {
    this.#now = startsAt
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, run }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  advance(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const due = [...this.#timers].filter(timer => timer.at <= until)
      const [next] = due.sort((a, b) => a.at - b.at || a.order - b.order)
      if (next === undefined) break
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = until
  }
}
