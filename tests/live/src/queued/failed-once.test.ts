import { expect, test } from 'vitest'
import { realLibrary } from '../harness/parts.ts'
import { playHistory, shortestThatFails } from './fuzz-history.ts'

/** Histories of the sync fuzz that failed once, with the fewest of their steps that did. None has yet. */
const FAILED_ONCE: readonly { readonly seed: number; readonly length: number; readonly found: string }[] = []

test('[A1] histories that failed once hold', async () => {
  const library = await realLibrary()
  for (const { seed, length } of FAILED_ONCE) await playHistory(seed, library, length)
})

test('[A1] a beginning of a history is a history: it comes together too', async () => {
  const library = await realLibrary()
  for (const length of [1, 10, 40]) {
    const played = await playHistory(3, library, length)
    expect(played.steps).toBeLessThanOrEqual(length)
  }
})

test('the shortest beginning that fails is what is told', async () => {
  const tried: number[] = []
  const failing = async (length: number) => {
    tried.push(length)
    if (length >= 4) throw new Error(`fails with ${length}`)
  }
  expect(await shortestThatFails(150, failing)).toEqual(new Error('fails with 4'))
  expect(tried).toEqual([1, 2, 3, 4])
  expect(await shortestThatFails(4, failing)).toBeUndefined()
})
