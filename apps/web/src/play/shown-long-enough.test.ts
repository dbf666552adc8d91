import { expect, test } from 'vitest'
import { READ_AFTER, ShownLongEnough } from './shown-long-enough.ts'

test('a refusal that came just before a time-out is shown on the next panel, too, until it has been read', () => {
  const shown = new ShownLongEnough()
  shown.shows(['read'], 0)
  shown.shows(['read', 'late'], 2_900)
  expect(shown.leaves(READ_AFTER)).toEqual(['read'])
  // Nothing was on the screen meanwhile.
  shown.shows(['late'], 60_000)
  expect(shown.leaves(60_000 + READ_AFTER - 200)).toEqual([])
  shown.shows(['late'], 90_000)
  expect(shown.leaves(90_200)).toEqual(['late'])
  expect(shown.leaves(99_000)).toEqual([])
})
