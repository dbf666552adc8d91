import { expect, test } from 'vitest'
import { quoteFor } from './quote.ts'
import { line, moment } from './testing/told.ts'

const lines = [line(1, 5), line(2, 20), line(3, 25, 'customer')]

test('the line that was chosen is quoted, whoever said it', () => {
  expect(quoteFor(moment('m1', 60, { line: 3 }), lines)).toEqual({ from: 'marked', line: lines[2] })
})

test('the words that the customer remembers are quoted where no line was chosen', () => {
  expect(quoteFor(moment('m1', 60, { words: 'Calm down.' }), lines)).toEqual({
    from: 'words',
    words: 'Calm down.',
  })
})

test('else the officer’s last line before the tap, for thirty seconds, as a guess', () => {
  expect(quoteFor(moment('m1', 50), lines)).toEqual({ from: 'nearest', line: lines[1] })
  expect(quoteFor(moment('m1', 50.001), lines)).toBeUndefined()
  expect(quoteFor(moment('m1', 4), lines)).toBeUndefined()
  expect(quoteFor(moment('m1', 50), [])).toBeUndefined()
})

test('[M4] a cue that was confirmed without line or words is not given one', () => {
  expect(
    quoteFor(moment('m1', 26, { as: 'customer', cue: { kind: 'calmer', index: 0 } }), lines),
  ).toBeUndefined()
})
