import { expect, test } from 'vitest'
import { stepNow } from './step-now.ts'

test('the wall goes on with the slowest room, never back', () => {
  expect(stepNow('rating', { rating: 1, debrief: 3 })).toBe('rating')
  expect(stepNow('rating', { debrief: 4 })).toBe('debrief')
  expect(stepNow('scene', { debrief: 1, done: 1 })).toBe('debrief')
  expect(stepNow('scene', { done: 1 })).toBe('done')
  expect(stepNow('rating', { scene: 1, rating: 1 })).toBe('rating')
  expect(stepNow('briefing', {})).toBe('briefing')
})
