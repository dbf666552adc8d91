import { describe, expect, test } from 'vitest'
import { pitfallIds, techniqueIds } from './behaviours.ts'
import { textsOf } from './card-words.ts'
import { loadCards } from './cards.ts'

const cards = loadCards()
  .map(each => each.card)
  .filter(card => card.language === 'es')

describe('the Spanish cards', () => {
  test('two at least of each difficulty, at six sites at least', () => {
    for (const difficulty of [1, 2, 3])
      expect(cards.filter(card => card.difficulty === difficulty).length).toBeGreaterThanOrEqual(2)
    expect(new Set(cards.map(card => card.site)).size).toBeGreaterThanOrEqual(6)
  })

  test('every technique is a calmer and every pitfall a trigger of one of them', () => {
    const calmers = new Set(cards.flatMap(card => card.customer.calmers.map(each => each.behaviour)))
    const triggers = new Set(cards.flatMap(card => card.customer.triggers.map(each => each.behaviour)))
    expect(calmers).toEqual(new Set(techniqueIds))
    expect(triggers).toEqual(new Set(pitfallIds))
  })

  test.each(cards.map(card => [card.id, card] as const))('%s is Spanish in every text', (_, card) => {
    const { id, site, language, tags, ...rest } = card
    const texts = textsOf({ ...rest, id: '', site, language, tags: [] }).filter(text => text.includes(' '))
    for (const text of texts)
      expect(text).not.toMatch(/(?<!\p{L})(the|and|of|with|you|your|officer|is|was|not)(?!\p{L})/iu)
  })

  test.each(cards.map(card => [card.id, card] as const))(
    '%s: customer and officer say usted',
    (_, { customer, officer }) => {
      const said = [
        customer.opening,
        customer.demand,
        customer.cue,
        ...customer.triggers.map(({ say }) => say),
        ...Object.values(customer.stuck),
        ...officer.calls.map(({ answer }) => answer),
      ]
      for (const text of said)
        expect(text).not.toMatch(
          /(?<!\p{L})(tú|te|ti|contigo|tienes|puedes|quieres|eres|vos|sos|vosotros|os)(?!\p{L})/iu,
        )
    },
  )
})
