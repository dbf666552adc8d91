import { describe, expect, test } from 'vitest'
import { techniqueIds } from './behaviours.ts'
import { loadCards } from './cards.ts'
import { countWords, readingLimits, readingLoad } from './reading.ts'
import { findLeaks } from './secrecy.ts'

const loaded = loadCards()

describe.each(loaded.map(each => [each.card.id, each] as const))('%s', (id, { card, file }) => {
  test('its file has its name', () => {
    expect(file).toBe(`${id}.yaml`)
  })

  test.each(['customer', 'officer'] as const)('the %s reads it in time', seat => {
    const load = readingLoad(card, seat)
    expect(load.briefWords).toBeLessThanOrEqual(readingLimits.briefWords)
    expect(load.grade).toBeLessThanOrEqual(readingLimits.grade)
    expect(load.cueWords).toBeLessThanOrEqual(readingLimits.cueWords)
  })

  test("the officer cannot read the customer's secrets", () => {
    expect(findLeaks(card)).toEqual([])
  })

  test('the need is not the demand, and opening lines are short enough to learn', () => {
    expect(card.customer.need).not.toBe(card.customer.demand)
    expect(countWords(card.customer.opening)).toBeLessThanOrEqual(25)
  })

  test('triggers, calmers and twists differ from one another', () => {
    expect(new Set(card.customer.triggers.map(each => each.behaviour)).size).toBe(3)
    expect(new Set(card.customer.calmers.map(each => each.behaviour)).size).toBe(3)
    expect(new Set(card.twists.map(each => each.to)).size).toBe(2)
  })

  test('glossary words occur in the card', () => {
    const { glossary, ...rest } = card
    const text = JSON.stringify(rest).toLowerCase()
    for (const { word } of glossary) expect(text).toContain(word)
  })
})

describe('the library', () => {
  const english = loaded.map(each => each.card).filter(card => card.language === 'en')

  test('no two cards have one id, title or encounter in a language', () => {
    for (const part of ['id', 'title', 'encounter'] as const)
      expect(new Set(english.map(card => card[part])).size).toBe(english.length)
  })

  test('at least two cards of each difficulty', () => {
    for (const difficulty of [1, 2, 3])
      expect(english.filter(card => card.difficulty === difficulty).length).toBeGreaterThanOrEqual(2)
  })

  test("the source's four pitfalls all occur as triggers", () => {
    const used = new Set(english.flatMap(card => card.customer.triggers.map(each => each.behaviour)))
    for (const pitfall of ['policy-wall', 'dismissed', 'cut-off', 'quick-fix'] as const)
      expect(used).toContain(pitfall)
  })

  test('every technique occurs as a calmer', () => {
    const used = new Set(english.flatMap(card => card.customer.calmers.map(each => each.behaviour)))
    expect([...used].sort()).toEqual([...techniqueIds].sort())
  })
})
