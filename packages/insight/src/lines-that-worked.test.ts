import { expect, test } from 'vitest'
import { linesThatWorked, wordsThatWorked } from './lines-that-worked.ts'
import { curve, line, moment, told } from './testing/told.ts'

const worked = (...args: Parameters<typeof told>) =>
  linesThatWorked(told(...args)).map(
    ({ line: { n }, cooler, moments }) => `${n}: ${cooler}, ${moments.length}`,
  )

test('[I26] what the officer said last before each change of a fall of two steps, and what was marked as having helped', () => {
  const lines = [line(1, 2), line(2, 4, 'customer'), line(3, 20), line(4, 40), line(5, 55)]
  const scene = { lines, curve: curve([6, 0], [4, 25], [3, 50]) }
  expect(worked(scene)).toEqual(['3: 2, 0', '4: 1, 0'])
  // One step down and up again is no fall.
  expect(worked({ lines, curve: curve([6, 0], [5, 25], [6, 50]) })).toEqual([])
  // A slow fall: each line has what came right after it.
  expect(worked({ lines, curve: curve([6, 0], [5, 25], [4, 30], [3, 60]) })).toEqual(['3: 2, 0', '5: 1, 0'])
  expect(worked({ ...scene, moments: [moment('m1', 41), moment('m2', 42), moment('m3', 56)] })).toEqual([
    '3: 2, 0',
    '4: 1, 2',
    '5: 0, 1',
  ])
})

test('[I26] not what was marked as having hurt, what the customer said, or what was done without a word', () => {
  const fall = curve([6, 0], [3, 25])
  expect(
    worked({ lines: [line(1, 20)], curve: fall, moments: [moment('m1', 21, { mark: 'hurt' })] }),
  ).toEqual([])
  expect(worked({ lines: [line(1, 20, 'customer')], curve: fall })).toEqual([])
  expect(worked({ lines: [{ ...line(1, 20), how: 'do' }], curve: fall })).toEqual([])
  expect(worked({ lines: [line(1, 30)], curve: fall })).toEqual([])
})

test('[I26] of a spoken scene what the customer remembered with a calmer, each sentence once', () => {
  const remembered = (id: string, words: string, more = {}) =>
    moment(id, 30, { as: 'customer', cue: { kind: 'calmer', index: 0 }, words, ...more })
  const scene = told({
    lines: [],
    moments: [
      remembered('m1', 'You sound tired.'),
      remembered('m2', 'You sound tired.'),
      remembered('m3', 'Rules are rules.', { mark: 'hurt', cue: { kind: 'trigger', index: 0 } }),
      moment('m4', 31),
    ],
  })
  expect(wordsThatWorked(scene).map(({ said, text }) => `${said} ${text}`)).toEqual(['m1 You sound tired.'])
})
