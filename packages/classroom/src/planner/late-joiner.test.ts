import { describe, expect, test } from 'vitest'
import { placeLateJoiner } from './late-joiner.ts'

describe('who arrives in the middle of a round', () => {
  test('[P6] observes in the smallest room, the first of equals', () => {
    expect(placeLateJoiner([3, 2, 3, 2])).toBe(1)
    expect(placeLateJoiner([3, 3])).toBe(0)
    expect(placeLateJoiner([4])).toBe(0)
  })

  test('[P6] has no room when none is open', () => {
    expect(placeLateJoiner([])).toBeUndefined()
  })
})
