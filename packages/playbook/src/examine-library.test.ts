import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Card } from './card.ts'
import { loadCards } from './cards.ts'
import { cardsCommand } from './cards-command.ts'
import { examineLibrary } from './examine-library.ts'

const cards = loadCards().map(each => each.card)
const english = cards.filter(card => card.language === 'en')
const [first, second] = english
if (first === undefined || second === undefined) throw new Error('too few cards')

const whole = (changed: readonly Card[]) => examineLibrary(changed).whole.join('\n')
const without = (id: string) => cards.filter(card => card.id !== id)
const each = (change: (card: Card) => Card) => cards.map(change)

test('[K10] nothing is wrong with the cards of the playbook', () => {
  expect(examineLibrary(cards)).toEqual({ cards: [], whole: [] })
})

test.each<[string, readonly Card[], string]>([
  [
    'an encounter that nobody tells',
    without(first.id),
    `No English card tells encounter ${first.encounter}.`,
  ],
  [
    'one encounter told twice',
    [...cards, { ...first, id: 'twice' }],
    `twice and ${first.id} both tell encounter`,
  ],
  ['too many easy cards', each(card => ({ ...card, difficulty: 1 })), 'and it should be 10.'],
  [
    'a technique that seldom calms',
    each(card => ({ ...card, customer: { ...card.customer, calmers: first.customer.calmers } })),
    'calms 0 times over all cards',
  ],
  [
    'a pitfall that never occurs',
    each(card => ({ ...card, customer: { ...card.customer, triggers: [] } })),
    'No card has policy-wall as a trigger.',
  ],
  [
    'one kind of place',
    each(card => ({ ...card, site: 'mall' })),
    'set in 1 kinds of place, and it should be 12',
  ],
  [
    'no card that ends by stepping back',
    each(card => ({ ...card, tags: [] })),
    '0 English cards have the tag steps-back',
  ],
])('[K10] %s is found', (_, changed, say) => {
  expect(whole(changed)).toContain(say)
  expect(whole(cards)).not.toContain(say)
})

test('a copy in the library is found, once for each of the two', () => {
  const found = examineLibrary([...cards, { ...first, id: 'a-copy' }]).cards
  expect(found.map(({ id }) => id).sort()).toEqual(['a-copy', first.id].sort())
})

test('npm run cards prints every card with its figures and ends with 1 when anything is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'))
  const run = () => {
    const lines: string[] = []
    return { code: cardsCommand(folder, line => lines.push(line)), text: lines.join('\n') }
  }
  try {
    expect(run()).toMatchObject({ code: 1, text: expect.stringContaining('There are no cards.') })
    writeFileSync(join(folder, 'a.yaml'), stringify(first))
    const good = run()
    expect(good.code).toBe(0)
    expect(good.text).toMatch(
      new RegExp(`^${first.id} +${first.site} +${first.difficulty} +en +\\d+ +\\d+`, 'm'),
    )
    expect(good.text).toMatch(/Calmers: turned-to \d/)
    writeFileSync(join(folder, 'b.yaml'), stringify({ ...second, title: undefined }))
    expect(run()).toMatchObject({
      code: 1,
      text: expect.stringContaining('b.yaml, line 1: title is missing.'),
    })
    writeFileSync(join(folder, 'b.yaml'), stringify({ ...first, id: 'b' }))
    expect(run()).toMatchObject({ code: 1, text: expect.stringContaining('2 things are wrong.') })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
