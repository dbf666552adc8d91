import { expect, test } from 'vitest'
import { Marks } from './marks.ts'

const event = (n: number, what = 'said') => ({
  at: 1_790_000_000_000 + n,
  commandId: `command-${n}-${what}`,
})

const marksOf = (count: number, fork = Number.POSITIVE_INFINITY) => {
  const marks = new Marks()
  for (let n = 1; n <= count; n++) marks.take(event(n, n < fork ? 'said' : 'said again'))
  return marks
}

test('[A7] two histories have the same marks up to where they part, and none after', () => {
  const [one, other] = [marksOf(30), marksOf(30, 21)]
  for (let seq = 1; seq <= 30; seq++) {
    if (seq < 21) expect(one.of(seq)).toBe(other.of(seq))
    else expect(one.of(seq)).not.toBe(other.of(seq))
  }
  expect(one.last).toBe(one.of(30))
})

test('[A7] an event that comes again behind another history has another mark', () => {
  const [one, other] = [new Marks(), new Marks()]
  one.take(event(1))
  other.take(event(2))
  for (const marks of [one, other]) marks.take(event(3))
  expect(one.of(2)).not.toBe(other.of(2))
})

test('what did not happen has no mark, and what is long ago has none any more', () => {
  const marks = marksOf(10_000)
  expect([0, 10_001, 1].map(seq => marks.of(seq))).toEqual([undefined, undefined, undefined])
  expect(marks.of(10_000)).toBe(marks.last)
  expect(marks.of(6_000)).toBe(marksOf(6_000).last)
  expect(new Marks().last).toBe(0)
})
