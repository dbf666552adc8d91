import { expect, test } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { ownDebrief } from './own-debrief.ts'

test('[G5] nothing is told before the reveal', () => {
  expect(ownDebrief(aView({ phase: { name: 'rating', endsAt: 1 } }), {}, 80)).toEqual([])
})
