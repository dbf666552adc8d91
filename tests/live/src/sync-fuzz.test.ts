import { expect, test } from 'vitest'
import { realLibrary } from './harness/parts.ts'
import { fuzzHistory } from './queued/fuzz-history.ts'

/** FUZZ_HISTORIES=10000 for the long run, FUZZ_SEED to begin elsewhere. */
const HISTORIES = Number(process.env.FUZZ_HISTORIES ?? 500)
const SEED = Number(process.env.FUZZ_SEED ?? 1)

test(
  `[A1] [J1] [J4] ${HISTORIES} histories of drops, rejoins and restarts: every view is viewOf, every line once and in order`,
  async () => {
    const library = await realLibrary()
    let events = 0
    let steps = 0
    for (let seed = SEED; seed < SEED + HISTORIES; seed++) {
      const played = await fuzzHistory(seed, library)
      events += played.events
      steps += played.steps
    }
    console.log(`${HISTORIES} histories, ${steps} steps, ${events} events`)
    // A fuzz that does nothing would pass too.
    expect(events / HISTORIES).toBeGreaterThan(20)
    // Every one of the long run has the time of one on a busy machine.
  },
  60_000 + HISTORIES * 300,
)
