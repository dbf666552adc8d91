import { expect, test } from 'vitest'
import { FAULTS, type Fault } from './faults/faults.ts'
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

/** What a machine may lack; every other fault it can make. */
const NOT_HERE: Partial<Record<Fault, string>> = {
  'full-disk': 'There is no prlimit here, or it may not.',
  'read-only-disk': 'There is no strace here, or it may not look into processes.',
}

test.for(FAULTS)('[J19] [D4] %s alone', { timeout: 60_000 }, async (fault, { skip }) => {
  const only = [fault]
  const { violations, brought, impossible } = await run({ seed: 3, faults: 1, only, longest: 1_500 })
  expect(violations).toEqual([])
  if (impossible.length > 0 && NOT_HERE[fault] !== undefined) skip(NOT_HERE[fault])
  expect(brought).toEqual(only)
})
