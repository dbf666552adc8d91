import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, cut, fit, plain, wrap, wrapWithin } from './columns.ts'

test('wide letters and emoji take two columns, accents and joiners none', () => {
  expect(columnsOf('calm')).toBe(4)
  expect(columnsOf('山田')).toBe(4)
  expect(columnsOf('e\u0301')).toBe(1)
  expect(columnsOf('👩‍🏫')).toBe(2)
  expect(columnsOf('')).toBe(0)
})

test('what is too long is cut with …, what is short is filled', () => {
  expect(cut('Tomasz Wójcik', 8)).toBe('Tomasz…')
  expect(fit('Ana', 5)).toBe('Ana  ')
  expect(fit('Ana', 5, 'end')).toBe('  Ana')
  expect(fit('山田太郎', 5)).toBe('山田…')
})

test('rows break between words, and a long word where the row ends', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('abcdefgh ij', 5)).toEqual(['abcde', 'fgh', 'ij'])
  expect(wrap('  ', 5)).toEqual([])
  expect(wrap('山', 1)).toEqual([])
  expect(wrapWithin('one two three four', 7, 2)).toEqual(['one two', 'three…'])
})

test('a person’s words cannot move the cursor', () => {
  expect(plain('\u001b[2Jgone\nnext')).toBe('[2Jgone next')
})

test('for any text: cut, fit and wrap keep to the columns', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 80 })
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 40 }), (words, columns) => {
      expect(columnsOf(cut(words, columns))).toBeLessThanOrEqual(columns)
      expect(columnsOf(fit(words, columns))).toBe(columns)
      if (columns < 2) return
      for (const row of wrap(words, columns)) expect(columnsOf(row)).toBeLessThanOrEqual(columns)
      for (const row of wrapWithin(words, columns, 2)) expect(columnsOf(row)).toBeLessThanOrEqual(columns)
      expect(wrap(words, columns).join('').replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''))
    }),
  )
})
