/**
 * How long a group waits for company before it is committed: 0 to 5 ms.
 *
 * Batches that arrive while a commit runs share the next one by themselves, so mostly no wait is needed. A wait pays when
 * writers answer in a wave: the first of the wave would get a commit alone and the rest queue behind it. So: under load,
 * now and then try a short wait; where it at least doubled the group let it grow, up to the time a commit takes, else
 * halve it. A lone append never waits.
 */
export class CommitWindow {
  #window = 0
  #load = 0
  #lastSize = 0
  #lastCommitMs = 0
  #idleSince = Number.NEGATIVE_INFINITY
  #untilProbe = PROBE_EVERY

  /** Milliseconds to wait with `waiting` batches in hand; `now` is a monotonic clock in milliseconds. */
  waitFor(waiting: number, now: number): number {
    if (now - this.#idleSince > IDLE_MS) {
      this.#window = 0
      this.#load = 0
      this.#lastSize = 0
    }
    const enoughAlready = waiting >= this.#lastSize
    return enoughAlready || this.#load < LOADED ? 0 : Math.min(this.#window, this.#lastCommitMs, MAX_MS)
  }

  /** What became of a group: its size, how many of it came during the wait, how long the commit took. */
  committed(group: { size: number; waitedMs: number; gained: number; commitMs: number; now: number }): void {
    this.#load += (group.size - this.#load) / 8
    this.#lastSize = group.size
    this.#lastCommitMs = group.commitMs
    this.#idleSince = group.now
    if (group.waitedMs > 0) {
      const paid = group.gained * 2 >= group.size
      this.#window = paid ? Math.min(this.#window * 2, MAX_MS) : this.#window / 2
      if (this.#window < SMALLEST_MS) this.#window = 0
    } else if (this.#window === 0 && this.#load >= LOADED) {
      this.#untilProbe -= 1
      if (this.#untilProbe > 0) return
      this.#untilProbe = PROBE_EVERY
      this.#window = PROBE_MS
    }
  }
}

const MAX_MS = 5
const PROBE_MS = 0.25
const SMALLEST_MS = 0.1
/** Groups between two tries. */
const PROBE_EVERY = 16
/** Batches in an average group from which waiting can pay. */
const LOADED = 4
/** A silence after which the load is forgotten. */
const IDLE_MS = 10
