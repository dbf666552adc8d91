import { expect, test } from 'vitest'
import { notCome, parseRoster } from './parse-roster.ts'

const cases: readonly (readonly [
  what: string,
  text: string,
  people: readonly (readonly [string, string?])[],
])[] = [
  ['nothing', '', []],
  ['empty lines only', '\n \r\n\t\n', []],
  ['a name a line, any line end', 'Ada\r\nBen\rCem\n', [['Ada'], ['Ben'], ['Cem']]],
  [
    'names with a number behind a comma',
    'Ada Lind,1204\nBen, 77',
    [
      ['Ada Lind', '1204'],
      ['Ben', '77'],
    ],
  ],
  ['behind a semicolon, with a comma in the name', 'Lind, Ada;1204', [['Lind, Ada', '1204']]],
  ['behind a tab, as a spreadsheet copies it', 'Ada\t1204\nBen\t', [['Ada', '1204'], ['Ben']]],
  [
    'quotes as in CSV',
    '"Lind, Ada",1204\n"Ben ""B"" Oz",7',
    [
      ['Lind, Ada', '1204'],
      ['Ben "B" Oz', '7'],
    ],
  ],
  ['a head that says which is which', 'Staff number;Name\n1204;Ada\n;Ben', [['Ada', '1204'], ['Ben']]],
  ['a byte order mark before the head', '\ufeffName,Id\nAda,9', [['Ada', '9']]],
  ['right to left', 'عبد الرحمن، القحطاني', [['عبد الرحمن، القحطاني']]],
  ['a quote inside a name', 'Seán O"Brien', [['Seán O"Brien']]],
]

test.each(cases)('A roster is read: %s', (_what, text, people) => {
  expect(
    parseRoster(text).map(({ name, staffNumber }) =>
      staffNumber === undefined ? [name] : [name, staffNumber],
    ),
  ).toEqual(people)
})

test('Five thousand lines are read at once', () => {
  expect(parseRoster('Ada,1\n'.repeat(5_000))).toHaveLength(5_000)
})

test('Who has not come: each name as often as it is expected more than it is here', () => {
  const expected = parseRoster('Ada\nBen\nBen\nCem')
  expect(notCome(expected, ['ben', 'ADA', 'Dora'])).toEqual(['Ben', 'Cem'])
  expect(notCome(expected, [])).toEqual(['Ada', 'Ben', 'Ben', 'Cem'])
})
