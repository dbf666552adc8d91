import { describe, expect, test } from 'vitest'
import { loadCards } from './cards.ts'
import { briefText, countSyllables, countWords, readingGrade, readingLimits, readingLoad } from './reading.ts'

describe('reading', () => {
  test('words keep their apostrophes and hyphens, and other scripts count too', () => {
    expect(countWords("You're six-year-old, 90 °C — or 2?")).toBe(6)
    expect(countWords('¿Dónde está mi niño?')).toBe(4)
    expect(countWords('  ... !')).toBe(0)
  })

  test.each([
    ['cat', 1],
    ['drive', 1],
    ['drives', 1],
    ['asked', 1],
    ['wanted', 2],
    ['table', 2],
    ['while', 1],
    ['something', 2],
    ['safely', 2],
    ['quiet', 2],
    ['science', 2],
    ['create', 2],
    ['idea', 3],
    ['being', 2],
    ['lion', 2],
    ['information', 4],
    ['security', 4],
    ['museum', 3],
    ['hospital', 3],
    ['university', 5],
    ['six-year-old', 3],
    ["didn't", 2],
  ])('%s has %i syllables', (word, syllables) => {
    expect(countSyllables(word)).toBe(syllables)
  })

  test('the grade is the formula: 0.39 x 6 + 11.8 x 1 - 15.59 for six short words in one sentence', () => {
    expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(-1.45, 10)
  })

  test('longer sentences and longer words read harder; line ends and a time of day do not confuse it', () => {
    const plain = readingGrade('We meet at 6.30 in the hall. Bring the key.')
    const joined = readingGrade('We meet at 6.30 in the hall and bring the key.')
    const heavy = readingGrade(
      'Organisational representatives congregate habitually in administrative facilities.',
    )
    expect(joined).toBeGreaterThan(plain)
    expect(heavy).toBeGreaterThan(12)
    expect(readingGrade('One line\nAnother line')).toBe(readingGrade('One line. Another line.'))
    expect(readingGrade('')).toBe(0)
  })

  test("a seat's brief has its own parts and nothing of the other seat's", () => {
    for (const { card } of loadCards()) {
      const customer = briefText(card, 'customer')
      const { who, opening, demand, need, volunteer, ifAsked, neverInvent } = card.customer
      expect(customer).toBe([who, opening, demand, need, ...volunteer, ...ifAsked, ...neverInvent].join('\n'))
      const officer = briefText(card, 'officer')
      expect(officer).toContain(card.officer.handledWell)
      expect(officer).not.toContain(card.customer.need)
      expect(officer).not.toContain('undefined')
    }
  })

  test('a brief one word too long is seen as such', () => {
    const [first] = loadCards()
    if (first === undefined) throw new Error('no cards')
    const { card } = first
    const { briefWords } = readingLoad(card, 'customer')
    const padding = ' word'.repeat(readingLimits.briefWords + 1 - briefWords)
    const long = { ...card, customer: { ...card.customer, who: card.customer.who + padding } }
    expect(readingLoad(long, 'customer').briefWords).toBe(readingLimits.briefWords + 1)
  })
})
