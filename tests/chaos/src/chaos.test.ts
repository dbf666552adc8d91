import { expect, test } from 'vitest'
import { FAULTS } from './faults/faults.ts'
import { run } from './run.ts'

/** CHAOS_RUNS=100 for the long run; `npm run chaos` prints what it does. */
const RUNS = Number(process.env.CHAOS_RUNS ?? 1)
const SEED = Number(process.env.CHAOS_SEED ?? 1)

test.each(Array.from({ length: RUNS }, (_, n) => SEED + n))(
  '[J1] [J3] [J4] [A1] seed %i: seven faults of any kind, and nothing is lost, doubled, reordered or leaked',
  async seed => {
    const { violations, evidence } = await run({ seed, faults: 7 })
    expect(violations, `npm run chaos -- --seeds 1 --from ${seed} --faults 7`).toEqual([])
    // A run in which nothing happens would pass too.
    expect(evidence.journal.length).toBeGreaterThan(200)
  },
  120_000,
)

test.each(FAULTS)(
  '[J19] [D4] %s alone',
  async fault => {
    const { violations } = await run({ seed: 3, faults: 1, only: [fault], longest: 1_500 })
    expect(violations).toEqual([])
  },
  60_000,
)
