import { expect, test } from 'vitest'
import { differencesIn } from './differences.ts'
import { rated } from './testing/played.ts'

test('[I15] two points or more apart, the farthest first, with who gave what', () => {
  const ratings = [
    rated('p3', 'self', { paraphrase: 5, resolve: 3, space: 4 }),
    rated('p4', 'observer', { paraphrase: 2, resolve: 1, space: 3 }),
    rated('p1', 'instructor', { paraphrase: 4, resolve: 'not-observable' }),
    rated('p2', 'customer', { listened: 1 }),
  ]
  expect(differencesIn(ratings)).toEqual([
    {
      item: 'paraphrase',
      apart: 3,
      lowest: { by: 'p4', as: 'observer', score: 2 },
      highest: { by: 'p3', as: 'self', score: 5 },
    },
    {
      item: 'resolve',
      apart: 2,
      lowest: { by: 'p4', as: 'observer', score: 1 },
      highest: { by: 'p3', as: 'self', score: 3 },
    },
  ])
  expect(differencesIn([])).toEqual([])
})
