import { cleanText } from '@evenkeel/classroom'

/** Text laid out for a terminal, where letters of some scripts and emoji take two columns and accents none. */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

// The blocks that Unicode's East Asian Width calls wide, and emoji.
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)/u
const NO_COLUMN = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

function columnsOfOne(grapheme: string): number {
  if (NO_COLUMN.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}

const split = (text: string): string[] => Array.from(graphemes.segment(text), part => part.segment)

/** How many columns a text without line breaks takes. */
export const columnsOf = (text: string): number =>
  split(text).reduce((sum, grapheme) => sum + columnsOfOne(grapheme), 0)

/** At most so many columns, ending in … where something was left out. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  if (columns <= 0) return ''
  return `${head(text, columns - 1).trimEnd()}…`
}

function head(text: string, columns: number): string {
  let taken = ''
  let left = columns
  for (const grapheme of split(text)) {
    left -= columnsOfOne(grapheme)
    if (left < 0) break
    taken += grapheme
  }
  return taken
}

/** Exactly so many columns: cut, or filled with spaces behind (`start`), before (`end`) or on both sides. */
export function fit(text: string, columns: number, align: 'start' | 'middle' | 'end' = 'start'): string {
  const shown = cut(text, columns)
  const room = columns - columnsOf(shown)
  const before = align === 'start' ? 0 : align === 'end' ? room : Math.floor(room / 2)
  return ' '.repeat(before) + shown + ' '.repeat(room - before)
}

/** Broken between words into rows of at most so many columns; a longer word is broken where the row ends. */
export function wrap(text: string, columns: number): string[] {
  const rows: string[] = []
  let row = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = row === '' ? word : `${row} ${word}`
    if (columnsOf(longer) <= columns) {
      row = longer
      continue
    }
    if (row !== '') rows.push(row)
    row = word
    while (columnsOf(row) > columns) {
      const part = head(row, columns)
      // A grapheme wider than the row would never fit: it is cut off rather than looped over for ever.
      if (part === '') {
        row = ''
        break
      }
      rows.push(part)
      row = row.slice(part.length)
    }
  }
  return row === '' ? rows : [...rows, row]
}

/** As `wrap`, in at most so many rows; the last one ends in … where something was left out. */
export function wrapWithin(text: string, columns: number, rows: number): string[] {
  const all = wrap(text, columns)
  if (all.length <= rows) return all
  const shown = all.slice(0, rows)
  return [...shown.slice(0, -1), `${cut(shown.at(-1) ?? '', columns - 1).replace(/…$/, '')}…`]
}

/** A person's words on a terminal: no control characters, so no text moves the cursor or changes colours. */
export const plain = (text: string): string => cleanText(text)
