import { describe, expect, test } from 'vitest'
import { roomSizes } from './room-sizes.ts'

describe('how a class is divided into rooms', () => {
  test('[P1] pairs: an odd one out makes one triad', () => {
    expect(roomSizes(2, 2)).toEqual({ triads: 0, pairs: 1 })
    expect(roomSizes(3, 2)).toEqual({ triads: 1, pairs: 0 })
    expect(roomSizes(18, 2)).toEqual({ triads: 0, pairs: 9 })
    expect(roomSizes(19, 2)).toEqual({ triads: 1, pairs: 8 })
  })

  test('[P1] triads: two over are a pair, one over turns a triad into two pairs', () => {
    expect(roomSizes(2, 3)).toEqual({ triads: 0, pairs: 1 })
    expect(roomSizes(4, 3)).toEqual({ triads: 0, pairs: 2 })
    expect(roomSizes(7, 3)).toEqual({ triads: 1, pairs: 2 })
    expect(roomSizes(17, 3)).toEqual({ triads: 5, pairs: 1 })
    expect(roomSizes(18, 3)).toEqual({ triads: 6, pairs: 0 })
  })

  test('[P1] nobody is left over, up to 200 people', () => {
    for (let count = 2; count <= 200; count++) {
      for (const groupSize of [2, 3] as const) {
        const { triads, pairs } = roomSizes(count, groupSize)
        expect(3 * triads + 2 * pairs).toBe(count)
        expect(Math.min(triads, pairs)).toBeGreaterThanOrEqual(0)
      }
    }
  })
})
