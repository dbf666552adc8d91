import type { Clock } from '@evenkeel/server'

/** The class's own time: what is counted is work, and no waiting for a clock or waking from it, which differs from run to run. */
export class ClassTime implements Clock {
  #now: number
  #timers: { readonly at: number; readonly run: () => void }[] = []

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter(known => known !== timer)
    }
  }

  comeTo(now: number): void {
    this.#now = now
    const due = this.#timers.filter(timer => timer.at <= now)
    this.#timers = this.#timers.filter(timer => timer.at > now)
    for (const { run } of due) run()
  }
}
