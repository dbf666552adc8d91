/** The server's time. Injected, so that a test drives it, also in a server of its own. */
export interface Clock {
  /** Milliseconds since 1970, whole. */
  now(): number
  /** Runs once after so many ms; the answer calls it off. */
  after(ms: number, run: () => void): () => void
}

/** setTimeout takes at most this; a longer wait goes in stages. */
const LONGEST_TIMER = 2_147_483_647

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    let timer: NodeJS.Timeout
    const wait = (left: number) => {
      const stage = Math.min(left, LONGEST_TIMER)
      timer = setTimeout(() => (left > stage ? wait(left - stage) : run()), Math.max(0, stage))
      timer.unref()
    }
    wait(ms)
    return () => clearTimeout(timer)
  },
}
