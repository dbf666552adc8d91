import { pitfallIds, techniqueIds } from './behaviours.ts'
import type { Card } from './card.ts'
import { calmersByTechnique } from './examine-library.ts'
import { readingLoad } from './reading.ts'

const heads = [
  'card',
  'site',
  'level',
  'lang',
  'words C',
  'words O',
  'cue C',
  'cue O',
  'grade C',
  'grade O',
  'triggers',
  'calmers',
]

/** The cards as a table for a terminal, one a line, and under it how often each trigger and calmer occurs. */
export function cardsTable(cards: readonly Card[]): string {
  const rows = cards.map(rowOf)
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map(row => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  const table = [line(heads), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)]
  return [...table, '', ...totals(cards)].join('\n')
}

function rowOf(card: Card): string[] {
  const customer = readingLoad(card, 'customer')
  const officer = readingLoad(card, 'officer')
  return [
    card.id,
    card.site,
    String(card.difficulty),
    card.language,
    String(customer.briefWords),
    String(officer.briefWords),
    String(customer.cueWords),
    String(officer.cueWords),
    customer.grade.toFixed(1),
    officer.grade.toFixed(1),
    card.customer.triggers.map(({ behaviour }) => behaviour).join(' '),
    card.customer.calmers.map(({ behaviour }) => behaviour).join(' '),
  ]
}

function totals(cards: readonly Card[]): string[] {
  const triggers = cards.flatMap(card => card.customer.triggers.map(({ behaviour }) => behaviour))
  const counted = pitfallIds.map(id => `${id} ${triggers.filter(each => each === id).length}`)
  const calmers = calmersByTechnique(cards)
  return [
    `${cards.length} cards: C is the customer, O the officer; words of the brief and of the cue card, reading grade of the brief.`,
    `Triggers: ${counted.join(', ')}.`,
    `Calmers: ${techniqueIds.map(id => `${id} ${calmers.get(id) ?? 0}`).join(', ')}.`,
  ]
}
