import { expect, test } from 'vitest'
import { agesOf } from './growth.ts'

test('what an event costs at three ages is the median of the classes, and the ratio that of their own ratios', () => {
  const spoiled = [400, 410, 420] as const
  expect(agesOf([[40, 41, 42], spoiled, [50, 55, 60]])).toEqual({
    ...{ at100: 50, at1000: 55, at10000: 60 },
    ratio: 1.05,
  })
})
