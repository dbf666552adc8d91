import { expect, test } from 'vitest'
import { parseRoster } from './parse-roster.ts'
import { LONGEST_ROSTER, rosterFile } from './roster-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const wide = (text: string, big: boolean, mark: boolean) => {
  const codes = [...(mark ? ['\ufeff'] : []), ...text].map(letter => letter.charCodeAt(0))
  return new Uint8Array(codes.flatMap(code => (big ? [code >> 8, code & 255] : [code & 255, code >> 8])))
}
const LIST = 'Name;Staff number\r\nZoë Østergård;0042\r\nAda;7\r\n'
const PEOPLE = [
  { name: 'Zoë Østergård', staffNumber: '0042' },
  { name: 'Ada', staffNumber: '7' },
]

test.each([
  ['UTF-8', utf8(LIST)],
  ['UTF-8 with a byte order mark', utf8(`\ufeff${LIST}`)],
  ['UTF-16, little end first, marked', wide(LIST, false, true)],
  ['UTF-16, big end first, marked', wide(LIST, true, true)],
  ['UTF-16, little end first, bare', wide(LIST, false, false)],
  ['UTF-16, big end first, bare', wide(LIST, true, false)],
  ['Windows-1252', new Uint8Array([...LIST].map(letter => letter.charCodeAt(0)))],
])('[C19] A file of names is read, semicolons and all: %s', (_, bytes) => {
  const file = rosterFile(bytes.buffer)
  expect(file.ok && parseRoster(file.text)).toEqual(PEOPLE)
})

test.each([
  ['a spreadsheet in its own format', new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8]), 'binary'],
  ['zero bytes among the names', utf8('Ada\nB\0en\nCem'), 'binary'],
  ['nothing but zero bytes', new Uint8Array(64), 'binary'],
  ['a million letters in one line', utf8('x'.repeat(1_000_000)), 'size'],
  ['one byte more than any list', new Uint8Array(LONGEST_ROSTER + 1).fill(65), 'size'],
] as const)('[C19] No list of names, and it says so: %s', (_, bytes, why) => {
  expect(rosterFile(bytes.buffer)).toEqual({ ok: false, why })
})

test('Quotes without an end, as many as may be read, take no time', () => {
  expect(parseRoster('"'.repeat(LONGEST_ROSTER)).length).toBeLessThanOrEqual(1)
  expect(parseRoster(`${'"a '.repeat(LONGEST_ROSTER / 3)}`).length).toBeLessThanOrEqual(1)
})
