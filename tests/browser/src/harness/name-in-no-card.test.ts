import { loadCards } from '@evenkeel/playbook/cards'
import { expect, test } from 'vitest'
import { cardsThatSay, expectInNoCard } from './name-in-no-card.ts'

test('a name that a card has, in either language or inside of a word, is nobody’s in these tests', () => {
  for (const language of ['en', 'es'] as const) {
    const card = loadCards().find(each => each.card.language === language)?.card
    if (card === undefined) throw new Error(`there is no card in ${language}`)
    const inside = card.customer.opening.slice(1, 12)
    expect(cardsThatSay(inside)).toContain(card.id)
    expect(() => expectInNoCard(card.title)).toThrow(card.id)
  }
  expect(() => expectInNoCard('Odile')).not.toThrow()
  expect(() => expectInNoCard('the wall')).not.toThrow()
})
