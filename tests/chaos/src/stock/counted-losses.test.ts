import { expect, test } from 'vitest'
import { countedLosses } from './counted-losses.ts'

test('what each receiver did not get, got twice or got in another order than the first is counted', () => {
  const acknowledged = ['a', 'b', 'c', 'd']
  const receivers = [
    ['a', 'b', 'c', 'd'],
    ['a', 'b', 'b', 'd'],
    ['b', 'a', 'c', 'd', 'not acknowledged'],
  ]
  expect(countedLosses(acknowledged, receivers)).toEqual({
    acknowledged: 4,
    lost: 1,
    doubled: 1,
    reordered: 1,
  })
})
