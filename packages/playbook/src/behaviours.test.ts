import { expect, test } from 'vitest'
import { behaviourIds, markOf, pitfallIds, techniqueIds } from './behaviours.ts'

test('every technique helped and every pitfall hurt', () => {
  expect(techniqueIds.map(markOf)).toEqual(techniqueIds.map(() => 'helped'))
  expect(pitfallIds.map(markOf)).toEqual(pitfallIds.map(() => 'hurt'))
  expect(new Set(behaviourIds).size).toBe(13)
})
