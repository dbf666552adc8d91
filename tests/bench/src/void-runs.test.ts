import { expect, test } from 'vitest'
import { isVoid, judge, judgeParts, together, whyVoid } from './void-runs.ts'

const run = (ownDelay: number, others: number) => ({
  ownDelay: { p50: 1, p99: ownDelay, max: 99, n: 9 },
  others,
})
const calm = { late: 0, disturbed: 0, others: 0 }

test('a bench on a machine that is too busy, or whose generator was late, is void and says why', () => {
  expect(whyVoid({ inUse: 0.05, ...calm })).toBeUndefined()
  expect(whyVoid({ inUse: 0.61, ...calm })).toBe(
    "VOID: this machine is too busy. Others used 61 % of this machine's processors when it began (at most 20 %). Don't use these figures.",
  )
  expect(whyVoid({ inUse: 0, ...calm, late: 2 })).toContain('late in 2 loads')
  expect(whyVoid({ inUse: 0, late: 0, disturbed: 3, others: 0.44 })).toContain(
    'While it ran others used up to 44 %, and too much in 3 parts (at most 20 %).',
  )
})

test('a run counts as late or disturbed by its own figures; what nobody can tell is not held against it', () => {
  const runs = [run(1, 0.1), run(30, 0.1), run(1, 0.5), run(30, 0.3), run(1, Number.NaN)]
  expect(runs.map(isVoid)).toEqual([false, true, true, true, false])
  expect(judge(runs)).toEqual({ late: 2, disturbed: 2, others: 0.5 })
  expect(judgeParts([0.1, 0.21, Number.NaN])).toEqual({ late: 0, disturbed: 1, others: 0.21 })
  expect(together(judge(runs), judgeParts([0.9]), calm)).toEqual({ late: 2, disturbed: 3, others: 0.9 })
})
