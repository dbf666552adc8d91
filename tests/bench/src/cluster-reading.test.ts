import { expect, test } from 'vitest'
import { decodedPerNeeded } from './cluster-reading.ts'

test('entries decoded per entry needed: what is written counts where it is written, what is read where it is read', () => {
  // Each class at one server: nothing to read, and a tenth read in vain.
  expect(decodedPerNeeded(1_000, 0, 0)).toBe(1)
  expect(decodedPerNeeded(1_000, 100, 0)).toBe(1.1)
  // Two others need each event and read it once, or one and a half times.
  expect(decodedPerNeeded(1_000, 2_000, 2)).toBe(1)
  expect(decodedPerNeeded(1_000, 3_000, 2)).toBeCloseTo(1.33)
})
