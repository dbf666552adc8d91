import type { Clock } from '../clock.ts'
import { causeOf, outcomeOf, RedisFailed } from './outcome.ts'

/** ms after which a command that was sent and not answered is taken for failed. Nobody waits longer for Redis than this. */
export const ANSWERED_WITHIN = 3_000
/** ms after which a place that is still silent is told. A connection that says nothing is given up before: see `SILENT_FOR`. */
export const SILENT_TOO_LONG = 10_000

/**
 * Redis may take a command and say nothing: it is stopped, its disk hangs, the line swallows what goes through. Whoever
 * asked is told so in time, and that it may have happened. From then on nothing more is sent to that place, so that
 * nothing piles up there to happen much later, and whoever asks is told at once that it did not. The late answer ends
 * this: that command was the question whether Redis is back. `tooLong` hears again and again of a place where it does not come.
 */
export class Silence {
  readonly #clock: Pick<Clock, 'after'>
  readonly #tooLong: () => void
  readonly #places = new Map<string, Place>()

  constructor(clock: Pick<Clock, 'after'>, tooLong: () => void = () => {}) {
    this.#clock = clock
    this.#tooLong = tooLong
  }

  /** Rejects with RedisFailed only. */
  ask<T>(place: string, command: () => Promise<T>): Promise<T> {
    if (this.#places.has(place)) return Promise.reject(new RedisFailed('not-written', 'silent'))
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
      // A throw before anything is sent is an answer too.
      const asked = (async () => command())()
      asked.then(
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
    const known = this.#places.get(place) ?? { late: 0, callOff: this.#watch(place) }
    known.late += by
    if (known.late > 0) this.#places.set(place, known)
    else {
      known.callOff()
      this.#places.delete(place)
    }
  }

  #watch(place: string): () => void {
    return this.#clock.after(SILENT_TOO_LONG, () => {
      const known = this.#places.get(place)
      if (known === undefined) return
      known.callOff = this.#watch(place)
      this.#tooLong()
    })
  }
}

interface Place {
  /** How many commands are late. */
  late: number
  callOff(): void
}
