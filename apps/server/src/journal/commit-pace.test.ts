import { expect, test } from 'vitest'
import { CommitPace, WINDOW_MS } from './commit-pace.ts'

/** A pace on a clock of its own, before a store that answers when it is told to. */
function paced() {
  let now = 1_000
  let timers: { at: number; run: () => void }[] = []
  const plan = (at: number, run: () => void) => {
    const timer = { at, run }
    timers.push(timer)
    return () => {
      timers = timers.filter(known => known !== timer)
    }
  }
  let waiting = 0
  const commits: { at: number; appends: number }[] = []
  const pace = new CommitPace(
    () => {
      commits.push({ at: now, appends: waiting })
      waiting = 0
    },
    {
      now: () => now,
      after: (ms, run) => plan(now + ms, run),
      afterThisTurn: run => plan(now, run),
    },
  )
  return {
    pace,
    commits,
    append(count = 1) {
      for (let n = 0; n < count; n++) {
        waiting++
        pace.more()
      }
    },
    /** The turn ends; what is due now runs. */
    turn() {
      const due = timers.filter(timer => timer.at <= now)
      timers = timers.filter(timer => timer.at > now)
      for (const timer of due) timer.run()
    },
    pass(ms: number) {
      now += ms
    },
  }
}

test('[J17] a lone append never waits', () => {
  const { commits, pace, append, turn, pass } = paced()
  for (let n = 0; n < 100; n++) {
    pass(WINDOW_MS)
    append()
    turn()
    expect(commits).toHaveLength(n + 1)
    pass(1)
    pace.answered(1)
    turn()
  }
})

test('[J17] what arrives in one turn is one commit', () => {
  const { commits, append, turn } = paced()
  append(7)
  expect(commits).toEqual([])
  turn()
  expect(commits).toEqual([{ at: 1_000, appends: 7 }])
})

test('[J17] under load commits begin 5 ms apart, and what came between shares the next', () => {
  const { commits, pace, append, turn, pass } = paced()
  for (let ms = 0; ms < 100; ms++) {
    append()
    turn()
    // The store takes 1 ms for a commit.
    pass(1)
    if (commits.at(-1)?.at === 1_000 + ms) pace.answered(commits.at(-1)?.appends ?? 0)
    turn()
  }
  const [first, ...later] = commits
  expect(first).toEqual({ at: 1_000, appends: 1 })
  expect(later).toEqual(
    Array.from({ length: 100 / WINDOW_MS }, (_, n) => ({
      at: 1_000 + (n + 1) * WINDOW_MS,
      appends: WINDOW_MS - (n === 0 ? 1 : 0),
    })),
  )
})

test('[J17] one commit is under way at a time, however slow the disk', () => {
  const { commits, pace, append, turn, pass } = paced()
  append()
  turn()
  for (let ms = 0; ms < 30; ms++) {
    append()
    pass(1)
    turn()
  }
  expect(commits).toHaveLength(1)
  pace.answered(1)
  turn()
  expect(commits.map(commit => commit.appends)).toEqual([1, 30])
})

test('[J17] writers that come straight back do not wait: nobody else is to come', () => {
  const { commits, pace, append, turn, pass } = paced()
  append(64)
  turn()
  for (let n = 0; n < 50; n++) {
    pass(1)
    pace.answered(64)
    append(64)
    turn()
  }
  expect(commits).toHaveLength(51)
  // One of many who comes back is not that.
  pass(1)
  pace.answered(64)
  append(1)
  turn()
  expect(commits).toHaveLength(51)
  pass(WINDOW_MS)
  turn()
  expect(commits).toHaveLength(52)
})

test('[J17] a call takes along what was appended before it', () => {
  const { commits, pace, append, turn, pass } = paced()
  append()
  turn()
  pass(1)
  pace.answered(1)
  turn()
  append(3)
  pace.sendNow()
  expect(commits.map(commit => commit.appends)).toEqual([1, 3])
  turn()
  pass(WINDOW_MS)
  turn()
  expect(commits).toHaveLength(2)
})
