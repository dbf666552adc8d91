import type { Line } from '@evenkeel/classroom'
import type { Quote } from '../quote.ts'
import { plain, wrapWithin } from './columns.ts'

/** "Words said", or (what was done). */
export function spokenWords({ how, text }: Pick<Line, 'how' | 'text'>): string {
  return how === 'say' ? `“${plain(text)}”` : `(${plain(text)})`
}

/** Rows of a text under a lead of fixed width: the lead stands in the first row only. At most `most` rows. */
export function hanging(lead: string, text: string, width: number, most = 2): string[] {
  const rows = wrapWithin(text, width - lead.length, most)
  return rows.map((row, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + row)
}

const SEATS = { customer: 'Customer', officer: 'Officer' } as const

export const seatName = (seat: Line['seat']): string => SEATS[seat]

/** A quote with whose words they are; a guessed one says so. */
export function quoted(quote: Quote): string {
  if (quote.from === 'words') return `in the customer's memory: “${plain(quote.words)}”`
  const words = `${SEATS[quote.line.seat]}: ${spokenWords(quote.line)}`
  return quote.from === 'nearest' ? `just after ${words}` : words
}
