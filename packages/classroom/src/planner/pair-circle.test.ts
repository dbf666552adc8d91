import { describe, expect, test } from 'vitest'
import { circleTurn } from './pair-circle.ts'

describe('the circle of pairs', () => {
  test('[P4] everybody meets everybody once in one turn fewer than there are people', () => {
    for (let count = 2; count <= 60; count += 2) {
      const met = new Set<string>()
      for (let turn = 0; turn < count - 1; turn++) {
        const pairs = circleTurn(count, turn)
        expect(pairs.flat().sort((a, b) => a - b)).toEqual([...Array(count).keys()])
        for (const pair of pairs) met.add([...pair].sort((a, b) => a - b).join(' '))
      }
      expect(met.size).toBe((count * (count - 1)) / 2)
    }
  })

  test('[P4] the first turn is read room by room, so that it can be recognised', () => {
    expect(circleTurn(6, 0).map(pair => [...pair].sort())).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
  })
})
