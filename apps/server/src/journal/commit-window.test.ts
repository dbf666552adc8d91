import { expect, test } from 'vitest'
import { CommitWindow } from './commit-window.ts'

const COMMIT_MS = 3

/** Runs groups of one size back to back; `gain` says how many batches a wait brings. */
function underLoad(window: CommitWindow, groups: number, waiting: number, gain: (waitMs: number) => number) {
  const waits: number[] = []
  let now = 0
  for (let i = 0; i < groups; i += 1) {
    const waitedMs = window.waitFor(waiting, now)
    const gained = waitedMs > 0 ? gain(waitedMs) : 0
    waits.push(waitedMs)
    now += waitedMs + COMMIT_MS
    window.committed({ size: waiting + gained, waitedMs, gained, commitMs: COMMIT_MS, now })
    // Between two groups of the wave the previous, larger one sets the expectation.
    window.committed({ size: 64, waitedMs: 0, gained: 0, commitMs: COMMIT_MS, now })
  }
  return waits
}

test('[J17] a lone append never waits', () => {
  const window = new CommitWindow()
  for (let now = 0; now < 100; now += 1) {
    expect(window.waitFor(1, now)).toBe(0)
    window.committed({ size: 1, waitedMs: 0, gained: 0, commitMs: COMMIT_MS, now })
  }
})

test('[J17] under load the window grows while it pays, up to the time of a commit and never over 5 ms', () => {
  const waits = underLoad(new CommitWindow(), 60, 8, () => 40)
  expect(Math.max(...waits)).toBe(COMMIT_MS)
  const slow = new CommitWindow()
  let now = 0
  for (let i = 0; i < 60; i += 1) {
    const waitedMs = slow.waitFor(8, now)
    expect(waitedMs).toBeLessThanOrEqual(5)
    now += 1
    slow.committed({ size: 48, waitedMs, gained: waitedMs > 0 ? 40 : 0, commitMs: 100, now })
  }
  expect(slow.waitFor(8, now)).toBe(5)
})

test('[J17] a window that brings nobody shrinks to nothing', () => {
  const waits = underLoad(new CommitWindow(), 60, 8, () => 0)
  expect(waits.filter(wait => wait > 0).length).toBeLessThan(20)
  expect(Math.max(...waits)).toBeLessThanOrEqual(0.25)
})

test('[J17] a group that is as large as the last one does not wait; silence forgets the load', () => {
  const window = new CommitWindow()
  underLoad(window, 60, 8, () => 40)
  const now = 60 * 2 * COMMIT_MS
  window.committed({ size: 48, waitedMs: 1, gained: 40, commitMs: COMMIT_MS, now })
  expect(window.waitFor(48, now)).toBe(0)
  expect(window.waitFor(8, now)).toBeGreaterThan(0)
  expect(window.waitFor(1, now + 1000)).toBe(0)
})
