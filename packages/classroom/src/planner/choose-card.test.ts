import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseCard } from './choose-card.ts'
import { deckOf } from './played-rounds.ts'

const room = { customer: 'c', officer: 'o', observers: ['b'] }
const has = (...pairs: readonly string[]) => {
  const known = new Set(pairs)
  return (person: string, card: string) => known.has(`${person} ${card}`)
}
const nobody = () => false

describe('choosing a card', () => {
  test('[P7] never one whose customer brief the officer has seen while another remains', () => {
    const decks = fc.integer({ min: 1, max: 8 }).chain(size =>
      fc.record({
        cards: fc.constant(deckOf(size)),
        known: fc.array(
          fc
            .tuple(fc.constantFrom('c', 'o', 'b'), fc.integer({ min: 1, max: size }))
            .map(([p, n]) => `${p} card${n}`),
        ),
        difficulty: fc.constantFrom(1, 2, 3, undefined),
        seed: fc.nat(),
      }),
    )
    fc.assert(
      fc.property(decks, ({ cards, known, difficulty, seed }) => {
        const seen = has(...known)
        const choice = chooseCard({ ...room, cards, seen, seed, ...(difficulty && { difficulty }) })
        if (!choice.ok) throw new Error(choice.say)
        const remain = cards.some(card => !seen('o', card.hash))
        expect(seen('o', choice.card)).toBe(!remain)
        expect(choice.why === 'least-seen').toBe(!remain)
        const someone = ['c', 'b'].some(person => seen(person, choice.card))
        const level = cards.find(card => card.hash === choice.card)?.difficulty
        const nearest = difficulty !== undefined && level !== difficulty
        const plain = someone ? 'unseen-by-officer' : 'unseen'
        if (remain) expect(choice.why).toBe(nearest ? 'nearest-level' : plain)
        if (remain && difficulty === undefined) {
          const fresh = cards.some(card => ['c', 'o', 'b'].every(person => !seen(person, card.hash)))
          expect(choice.why === 'unseen').toBe(fresh)
        }
      }),
    )
  })

  test('[P7] new to the customer before new to the observer', () => {
    const cards = deckOf(2)
    const seen = has('c card1', 'b card2')
    for (let seed = 0; seed < 20; seed++)
      expect(chooseCard({ ...room, cards, seen, seed })).toEqual({
        ok: true,
        card: 'card2',
        why: 'unseen-by-officer',
      })
  })

  test('[P7] of the wanted difficulty, else the nearest that the officer has not seen', () => {
    const cards = deckOf(3)
    const hard = { ...room, cards, difficulty: 3, seed: 1 } as const
    expect(chooseCard({ ...hard, seen: nobody })).toMatchObject({ card: 'card3' })
    expect(chooseCard({ ...hard, seen: has('c card3', 'b card3') })).toMatchObject({ card: 'card3' })
    expect(chooseCard({ ...hard, seen: has('o card3') })).toMatchObject({
      card: 'card2',
      why: 'nearest-level',
    })
  })

  test('[P7] when the officer has seen all of them, the one they met least often', () => {
    const cards = deckOf(3)
    const times = (person: string, card: string) => Number((person === 'o') === (card !== 'card2'))
    const choice = chooseCard({ ...room, cards, seen: () => true, times, seed: 4 })
    expect(choice).toEqual({ ok: true, card: 'card2', why: 'least-seen' })
  })

  test('[P7] another card, please: not the one just declined, and a sentence when there is no other', () => {
    const cards = deckOf(2)
    for (let seed = 0; seed < 20; seed++)
      expect(chooseCard({ ...room, cards, seen: nobody, not: ['card1'], seed })).toMatchObject({
        card: 'card2',
      })
    const none = chooseCard({ ...room, cards, seen: nobody, not: ['card1', 'card2'], seed: 1 })
    expect(none).toEqual({ ok: false, say: 'There is no other card in this class.' })
    expect(chooseCard({ ...room, cards: [], seen: nobody, seed: 1 })).toMatchObject({ ok: false })
  })

  test('[P7] rooms of a round spread over the deck where nothing else decides', () => {
    const cards = deckOf(3)
    const inUse = (card: string) => (card === 'card3' ? 0 : 1)
    for (let seed = 0; seed < 20; seed++)
      expect(chooseCard({ ...room, cards, seen: nobody, inUse, seed })).toMatchObject({ card: 'card3' })
  })
})
