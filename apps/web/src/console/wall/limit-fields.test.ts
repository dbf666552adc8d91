import { expect, test } from 'vitest'
import { limitsOf, limitTexts } from './limit-fields.tsx'

const limits = {
  awayFor: 30_000,
  furiousFor: 90_000,
  silentFor: 1_500,
  stillFor: 180_000,
  unmarkedFor: 240_000,
  overBy: 30_000,
}

test('Limits are written in seconds, and read back as they were', () => {
  expect(limitTexts(limits)).toMatchObject({ awayFor: '30', silentFor: '1.5' })
  expect(limitsOf(limitTexts(limits))).toEqual(limits)
})

test.each([
  ['1,5', 1_500],
  ['1.5', 1_500],
  [' 45 ', 45_000],
  ['0', 0],
  ['', Number.NaN],
  ['  ', Number.NaN],
  ['soon', Number.NaN],
  ['1,5,5', Number.NaN],
])('“%s” is read as %d ms', (text, ms) => {
  expect(limitsOf({ ...limitTexts(limits), overBy: text }).overBy).toBe(ms)
})
