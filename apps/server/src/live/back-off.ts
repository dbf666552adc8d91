import { LIMITS } from '@evenkeel/protocol'
import type { Clock } from '../clock.ts'

/**
 * Whoever was sent away for a flood is told when coming back is welcome. A page of ours waits for that; something else that comes
 * straight back waits at the door, where it costs nothing, instead of being let in and sent away a hundred times a second.
 */
export class BackOff {
  readonly #clock: Clock
  readonly #waits = new Map<string, Promise<void>>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  sentAway(who: string): void {
    const wait = new Promise<void>(resolve => this.#clock.after(LIMITS.floodBackOff, resolve)).then(() => {
      if (this.#waits.get(who) === wait) this.#waits.delete(who)
    })
    this.#waits.set(who, wait)
  }

  /** What must be waited for before they are let in; undefined: nothing. */
  waitOf(who: string): Promise<void> | undefined {
    return this.#waits.get(who)
  }
}
