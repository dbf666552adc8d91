import type { Clock } from '../clock.ts'
import { causeOf, outcomeOf, RedisFailed } from './outcome.ts'

/** ms after which a command that was sent and not answered is taken for failed. Nobody waits longer for Redis than this. */
export const ANSWERED_WITHIN = 3_000

/**
 * Redis may take a command and say nothing: it is stopped, its disk hangs, the line swallows what goes through. Whoever
 * asked is told so in time, and that it may have happened. From then on nothing more is sent to that place, so that
 * nothing piles up there to happen much later, and whoever asks is told at once that it did not. The late answer ends
 * this: that command was the question whether Redis is back.
 */
export class Silence {
  readonly #clock: Pick<Clock, 'after'>
  /** How many commands are late, by place. */
  readonly #late = new Map<string, number>()

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock
  }

  /** Rejects with RedisFailed only. */
  ask<T>(place: string, command: () => Promise<T>): Promise<T> {
    if (this.#late.has(place)) return Promise.reject(new RedisFailed('not-written', 'silent'))
    return new Promise((resolve, reject) => {
      let late = false
      const giveUp = this.#clock.after(ANSWERED_WITHIN, () => {
        late = true
        this.#count(place, 1)
        reject(new RedisFailed('unknown', 'silent'))
      })
      const settled = () => {
        if (late) this.#count(place, -1)
        else giveUp()
      }
      command().then(
        answer => {
          settled()
          resolve(answer)
        },
        error => {
          settled()
          reject(new RedisFailed(outcomeOf(error), causeOf(error)))
        },
      )
    })
  }

  #count(place: string, by: number): void {
    const count = (this.#late.get(place) ?? 0) + by
    if (count > 0) this.#late.set(place, count)
    else this.#late.delete(place)
  }
}
