import fc from 'fast-check'
import { describe, test } from 'vitest'
import { viewOf } from '../view/view-of.ts'
import { viewerKey } from '../view/viewer.ts'
import { differenceBetween } from './difference.ts'
import { must } from './must.ts'
import { everyScreenOf, playToScreens } from './screens.ts'
import { holdsFor, type Property } from './smaller.ts'
import { fuzzRuns, fuzzSeed } from './surroundings.ts'

const RUNS = fuzzRuns(25)

/** Checks a property on histories of random seeds. A failing one is printed with its seed and its fewest steps. */
function check(property: Property): void {
  const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 })
  fc.assert(
    fc.property(seeds, seed => holdsFor(property, seed)),
    { seed: fuzzSeed(), numRuns: RUNS, endOnFailure: true },
  )
}

describe('[A] the view law', () => {
  test('after every event each screen that folded what it was sent shows the whole view of its viewer', () => {
    check(theLaw)
  })
})

/**
 * For each person who ever joined, each look into a room, the console and the projector: `fold(view events) = viewOf`,
 * both as objects and through JSON. `playToScreens` throws where an event has a viewer in two audiences.
 */
const theLaw: Property = ({ turns }) => {
  for (const shown of playToScreens(turns)) {
    const { turn, got, screens } = shown
    for (const viewer of everyScreenOf(shown)) {
      const key = viewerKey(viewer)
      const screen = screens.get(key)
      must(screen !== undefined, `${key} never got a view`)
      const whole = viewOf(viewer, turn.after)
      const after = `after ${turn.event.seq} ${turn.event.type}: ${key}`
      const different = differenceBetween(screen.view, whole)
      must(different === undefined, `${after}${different}`)
      // What did not change was compared after the event that brought it.
      const wired = got.has(key) ? differenceBetween(screen.wired, whole) : undefined
      must(wired === undefined, `${after} through JSON${wired}`)
    }
  }
}
