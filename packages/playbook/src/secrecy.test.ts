import { describe, expect, test } from 'vitest'
import type { Card } from './card.ts'
import { loadCards } from './cards.ts'
import { findLeaks } from './secrecy.ts'

const [first] = loadCards()
if (first === undefined) throw new Error('no cards')
const card: Card = first.card
const secret = card.customer.need.replace(/\.$/, '').toUpperCase()

describe('what only the customer knows', () => {
  test('a clean card has no leak', () => {
    expect(findLeaks(card)).toEqual([])
  })

  test.each<[string, Card]>([
    ['the shared part', { ...card, shared: { ...card.shared, happened: `He shouts: ${secret}!` } }],
    ['the title', { ...card, title: secret }],
    ['the content note', { ...card, contentNote: secret }],
    ['a post order', { ...card, officer: { ...card.officer, postOrders: [secret] } }],
    ['a limit', { ...card, officer: { ...card.officer, limits: [secret] } }],
    ['a known fact', { ...card, officer: { ...card.officer, knows: [secret] } }],
    ['handled well', { ...card, officer: { ...card.officer, handledWell: secret } }],
    ['the line to relate', { ...card, officer: { ...card.officer, relate: secret } }],
    ['the cue card', { ...card, officer: { ...card.officer, cue: secret } }],
    ['a call', { ...card, officer: { ...card.officer, calls: [{ who: 'Nurse', answer: secret }] } }],
    ["the officer's twist", { ...card, twists: [{ to: 'officer', text: secret }] }],
    ['the glossary', { ...card, glossary: [{ word: 'it', meaning: secret }] }],
  ])('the need in %s is found, whatever its case and punctuation', (_, leaky) => {
    expect(findLeaks(leaky)[0]?.secret).toBe(card.customer.need)
  })

  test('four words of an only-if-asked fact are found, three are not', () => {
    const asked = { ...card, customer: { ...card.customer, ifAsked: ['The red kite flew over Tuesday'] } }
    const saying = (orders: string) => ({ ...asked, officer: { ...card.officer, postOrders: [orders] } })
    expect(findLeaks(saying('See: red kite, flew over.')).map(leak => leak.phrase)).toEqual([
      'red kite flew over',
    ])
    expect(findLeaks(saying('See: red kite flew away.'))).toEqual([])
  })

  test("a twist for the customer and the customer's own part are not the officer's to read", () => {
    expect(findLeaks({ ...card, twists: [{ to: 'customer', text: secret }] })).toEqual([])
  })
})
