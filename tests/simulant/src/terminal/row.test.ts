import { expect, test } from 'vitest'
import { paint, row, wantsColours } from './row.ts'

test('what others wrote can steer no terminal, and the indent stays', () => {
  expect(paint(row('  Ana: \u001b[2Jhello\u202e'), false)).toBe('  Ana: [2Jhello')
})

test('a role has its colour only where colours are wanted', () => {
  expect(paint(row('officer', 'officer'), true)).toBe('\u001b[34mofficer\u001b[39m')
  expect(paint(row('officer', 'officer'), false)).toBe('officer')
})

test('colours are for terminals, and not with NO_COLOR', () => {
  expect(wantsColours(true, undefined)).toBe(true)
  expect(wantsColours(true, '')).toBe(true)
  expect(wantsColours(true, '1')).toBe(false)
  expect(wantsColours(undefined, undefined)).toBe(false)
})
