import { expect, test } from 'vitest'
import { cardSentence } from './card-sentences.ts'
import { loadCards } from './cards.ts'
import { checkCard } from './check-card.ts'

test.each([
  [['customer', 'triggers', 1, 'say'], 'is empty', 'The second trigger has no line to say.'],
  [['title'], 'is missing', 'The card has no title.'],
  [['customer', 'need'], 'is missing', 'The customer has no need.'],
  [['customer', 'ifAsked', 2], 'is empty', 'The third fact to give only if asked is empty.'],
  [['customer', 'triggers'], 'needs exactly 3 triggers', "The customer's triggers need exactly 3 triggers."],
  [
    ['officer', 'cue'],
    'is too long: at most 300 characters',
    "The officer's cue card is too long: at most 300 characters.",
  ],
  [['twists', 0, 'text'], 'is empty', 'The first twist has no text.'],
  [['language'], 'must be one of: en, es', "The card's language must be one of: en, es."],
  [['shared', 'mood'], 'is not a part of a card', 'The part "shared > mood" is not a part of a card.'],
  [['__proto__'], 'is not a part of a card', 'The part "__proto__" is not a part of a card.'],
  [[], 'must be a group of named parts', 'The card must be a group of named parts.'],
])('%j %s', (path, say, sentence) => {
  expect(cardSentence(path, say)).toBe(sentence)
})

test('every part of a card has a name', () => {
  const paths: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]) => {
    paths.push(path)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value))
      walk(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
  walk(loadCards()[0]?.card, [])
  const unnamed = paths.filter(path => cardSentence(path, 'is odd').startsWith('The part "'))
  expect(unnamed).toEqual([])
  const checked = checkCard({})
  const says = checked.ok ? [] : checked.problems.map(each => cardSentence(each.path, each.say))
  expect(says).toContain("The card has no customer's part.")
})
