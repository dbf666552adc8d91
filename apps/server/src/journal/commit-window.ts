/**
 * How long a group waits for company before it is committed: 0 to 5 ms, nearly always 0.
 *
 * Batches that arrive while a commit runs share the next one without any wait, so a window pays only where commits are slow
 * and writers come in waves; elsewhere it costs up to half of the throughput (measured). So it is never assumed: under load a
 * longer (or shorter) window is tried for a while, and kept only if clearly more batches were committed per second.
 * A lone append never waits, and a silence ends every window.
 */
export class CommitWindow {
  /** Index into STEPS_MS of the window that is kept, and of the one in use while trying. */
  #kept = 0
  #step = 0
  #rate = 0
  #trialsLost = 0
  #epochsUntilTrial = FIRST_TRIAL
  #epoch = newEpoch(Number.NaN)
  #largest = 1
  #lastEnd = Number.NEGATIVE_INFINITY

  /** Milliseconds to wait at most with `waiting` batches in hand; `now` is a monotonic clock in milliseconds. */
  waitFor(waiting: number, now: number): number {
    if (now - this.#lastEnd > IDLE_MS) this.#reset(now)
    return this.enough(waiting) ? 0 : (STEPS_MS[this.#step] ?? 0)
  }

  /** As many as groups have had lately: waiting on would only lose time. */
  enough(size: number): boolean {
    return size >= this.#largest
  }

  /** A group of this size was committed, and it ended now. */
  committed(size: number, now: number): void {
    this.#lastEnd = now
    this.#largest = Math.max(size, this.#largest * FADE)
    this.#epoch.groups += 1
    this.#epoch.batches += size
    if (this.#epoch.groups < EPOCH_GROUPS) return
    this.#judge(this.#epoch.batches, this.#epoch.batches / (now - this.#epoch.from))
    this.#epoch = newEpoch(now)
  }

  #judge(batches: number, rate: number): void {
    if (this.#step !== this.#kept) {
      const needed = this.#step > this.#kept ? CLEARLY_BETTER : AS_GOOD
      if (rate > this.#rate * needed) {
        this.#kept = this.#step
        this.#trialsLost = 0
      } else {
        this.#trialsLost += 1
      }
      this.#step = this.#kept
      this.#epochsUntilTrial = Math.min(FIRST_TRIAL * 2 ** this.#trialsLost, RAREST_TRIAL)
      return
    }
    this.#rate = rate
    this.#epochsUntilTrial -= 1
    const loaded = batches >= EPOCH_GROUPS * LOADED
    if (!loaded) this.#step = this.#kept = 0
    else if (this.#epochsUntilTrial <= 0) {
      const longer = this.#kept + 1 < STEPS_MS.length && this.#trialsLost % 2 === 0
      this.#step = longer ? this.#kept + 1 : Math.max(0, this.#kept - 1)
    }
  }

  #reset(now: number): void {
    this.#step = this.#kept = 0
    this.#trialsLost = 0
    this.#epochsUntilTrial = FIRST_TRIAL
    this.#epoch = newEpoch(now)
    this.#largest = 1
  }
}

const STEPS_MS = [0, 0.25, 0.5, 1, 2, 5]
const EPOCH_GROUPS = 32
/** Epochs between two trials: at first, and at most, doubling with each trial that did not pay. */
const FIRST_TRIAL = 4
const RAREST_TRIAL = 256
/** What a longer and what a shorter window must reach of the kept one's rate: in doubt the shorter one wins. */
const CLEARLY_BETTER = 1.15
const AS_GOOD = 0.95
/** Batches in an average group from which a window can pay at all. */
const LOADED = 4
/** A silence after which the load is forgotten. */
const IDLE_MS = 10
/** How fast the memory of the largest group fades, per group. */
const FADE = 0.95

const newEpoch = (from: number) => ({ from, groups: 0, batches: 0 })
