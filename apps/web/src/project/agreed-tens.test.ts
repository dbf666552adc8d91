import { expect, test } from 'vitest'
import { agreedTens } from './agreed-tens.ts'

const tens = (...marks: readonly (readonly [helped: number, hurt: number])[]) =>
  marks.map(([helped, hurt], index) => ({ from: index * 10_000, helped, hurt }))

test.each([
  ['nothing without marks', tens(), []],
  ['nothing of one person', tens([1, 0], [0, 1]), []],
  ['nothing where the room is divided', tens([3, 3]), []],
  ['two who marked alike', tens([0, 0], [2, 1]), [{ from: 10_000, mark: 'helped', people: 2 }]],
  [
    'the four strongest, in the order of the scene',
    tens([2, 0], [0, 5], [3, 0], [0, 4], [6, 2]),
    [
      { from: 10_000, mark: 'hurt', people: 5 },
      { from: 20_000, mark: 'helped', people: 3 },
      { from: 30_000, mark: 'hurt', people: 4 },
      { from: 40_000, mark: 'helped', people: 6 },
    ],
  ],
] as const)('Where the room agreed: %s', (_what, marks, agreed) => {
  expect(agreedTens(marks)).toEqual(agreed)
})
