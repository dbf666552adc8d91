import { expect, test } from 'vitest'
import { CommitWindow } from './commit-window.ts'

/**
 * A store under steady load on a clock of its own: `inHand` batches when a group begins, `gained` by a wait of that length,
 * and the time that a commit takes. Gives the waits of all groups.
 */
function underLoad(
  window: CommitWindow,
  load: { groups: number; inHand: (group: number) => number; gained: (waitMs: number) => number },
  commitMs: number,
) {
  const waits: number[] = []
  let now = 0
  for (let group = 0; group < load.groups; group += 1) {
    const inHand = load.inHand(group)
    const wait = window.waitFor(inHand, now)
    waits.push(wait)
    now += wait + commitMs
    window.committed(inHand + load.gained(wait), now)
  }
  return { waits, now }
}

const share = (waits: readonly number[]) => waits.filter(wait => wait > 0).length / waits.length

test('[J17] a lone append never waits', () => {
  const { waits } = underLoad(new CommitWindow(), { groups: 5000, inHand: () => 1, gained: () => 0 }, 3)
  expect(share(waits)).toBe(0)
})

test('[J17] where waiting brings many more batches a commit the window grows, and never over 5 ms', () => {
  const slowDisk = { groups: 5000, inHand: (g: number) => 8 + (g % 3), gained: (ms: number) => ms * 40 }
  const { waits } = underLoad(new CommitWindow(), slowDisk, 20)
  expect(Math.max(...waits)).toBe(5)
  expect(share(waits.slice(-500))).toBeGreaterThan(0.5)
})

test('[J17] where waiting brings nothing it is tried ever more rarely, and dropped each time', () => {
  const load = { groups: 50_000, inHand: (g: number) => 8 + (g % 3), gained: () => 0 }
  const { waits } = underLoad(new CommitWindow(), load, 0.5)
  expect(share(waits)).toBeGreaterThan(0)
  expect(share(waits)).toBeLessThan(0.02)
  expect(Math.max(...waits)).toBe(0.25)
})

test('[J17] silence ends the window, and so does a load that has gone', () => {
  const window = new CommitWindow()
  const slowDisk = { groups: 5000, inHand: (g: number) => 8 + (g % 3), gained: (ms: number) => ms * 40 }
  const { now } = underLoad(window, slowDisk, 20)
  expect(window.waitFor(1, now)).toBeGreaterThan(0)
  for (let i = 1; i <= 100; i += 1) window.committed(1, now + i)
  expect(window.waitFor(1, now + 101)).toBe(0)

  const silenced = new CommitWindow()
  const { now: end } = underLoad(silenced, slowDisk, 20)
  expect(silenced.waitFor(1, end + 11)).toBe(0)
})
