import { expect, test } from 'vitest'
import { backAfterKill } from './back-after-kill.ts'
import type { Broken } from './check/evidence.ts'
import { CLUSTER_FAULTS } from './faults/cluster-faults.ts'
import { CLUSTER_BUGS } from './planted-bugs.ts'
import { runCluster } from './run-cluster.ts'

/** CHAOS_CLUSTER_FAULTS=200 for the long run, in runs of ten; CHAOS_SEED to begin elsewhere. */
const FAULTS = Number(process.env.CHAOS_CLUSTER_FAULTS ?? 10)
const SEED = Number(process.env.CHAOS_SEED ?? 1)
const A_RUN = 10

test.each(Array.from({ length: Math.ceil(FAULTS / A_RUN) }, (_, n) => SEED + n))(
  '[J1] [J3] [J4] [A1] seed %i, three servers on one Redis: ten faults, and nothing is lost, doubled, reordered or leaked',
  async seed => {
    const { violations, evidence, brought } = await runCluster({ seed, faults: A_RUN })
    expect(violations, `npm run chaos -- --cluster --seeds 1 --from ${seed}: ${brought.join(' ')}`).toEqual(
      [],
    )
    expect(evidence.journal.length).toBeGreaterThan(300)
  },
  300_000,
)

test('[J1] [L8] [L9] each fault once, in a fixed order: it is brought, and nothing is lost, doubled, reordered or leaked', async () => {
  const { violations, brought } = await runCluster({
    ...{ seed: 3, faults: 0, schedule: CLUSTER_FAULTS },
    longest: 700,
    between: 10,
  })
  expect(violations).toEqual([])
  expect(brought).toEqual(CLUSTER_FAULTS)
}, 300_000)

const WRONG: ReadonlySet<Broken> = new Set<Broken>(['skipped', 'stale-view', 'not-a-prefix'])

test.each(CLUSTER_BUGS)(
  '[J9] [L1] servers that are wrong about what others append (%s) are found out',
  async bug => {
    const { violations } = await runCluster({ seed: 5, faults: 2, only: ['reload', 'slow-links'], bug })
    expect(violations.filter(({ broken }) => WRONG.has(broken))).not.toEqual([])
  },
  60_000,
)

test('[L8] after kill -9 of a server its people are back within three seconds', async () => {
  const { cut, p99 } = await backAfterKill(60)
  expect(cut).toBe(30)
  expect(p99).toBeLessThan(3_000)
}, 60_000)
