import { expect, test } from 'vitest'
import { backAfterKill } from './back-after-kill.ts'
import type { Broken } from './check/evidence.ts'
import { CLUSTER_FAULTS, type ClusterFault } from './faults/cluster-faults.ts'
import type { AnyBug } from './planted/planted-bugs.ts'
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

const NOT_TOLD: readonly Broken[] = ['skipped', 'stale-view', 'not-a-prefix']
/**
 * After what each shows, and as what. `trusts-messages` shows only where a message was lost: without a fault, or with one line cut for
 * a moment, nothing is wrong. Where a restarted server's folder has no say, as in a Redis, it can't forget by it.
 */
const WRONG: readonly [AnyBug, readonly ClusterFault[], readonly Broken[]][] = [
  ['reads-from-the-newest', ['reload'], NOT_TOLD],
  ['trusts-messages', ['silent-link', 'cut-links'], NOT_TOLD],
  ['ack-before-commit', ['kill-server'], ['lost']],
  ['alters-a-line', [], ['not-a-prefix']],
  ['forgets-commands', [], ['lost']],
]

test.each(WRONG)(
  '[J1] [J9] [L1] servers that are wrong (%s) are found out, and as what they are',
  async (bug, schedule, as) => {
    const options = { seed: 5, faults: 0, longest: 700, between: 30 }
    const { violations } = await runCluster({ ...options, schedule, bug })
    const kinds = [...new Set(violations.map(({ broken }) => broken))]
    expect(
      kinds.some(kind => as.includes(kind)),
      kinds.join(', '),
    ).toBe(true)
  },
  150_000,
)

test('[L8] after kill -9 of a server its people are back within three seconds', async () => {
  const { cut, p99 } = await backAfterKill(60)
  expect(cut).toBe(30)
  expect(p99).toBeLessThan(3_000)
}, 60_000)
