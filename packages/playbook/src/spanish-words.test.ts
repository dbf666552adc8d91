import { describe, expect, test } from 'vitest'
import type { Card } from './card.ts'
import { loadCards } from './cards.ts'
import { findLeaks, findRareLeaks } from './secrecy.ts'
import { isCommonSpanish, isSpanishStop, spanishStem } from './spanish-words.ts'

describe('Spanish stems', () => {
  test.each([
    ['vecina', 'vecinos'],
    ['canción', 'canciones'],
    ['luz', 'luces'],
    ['mes', 'meses'],
    ['jefe', 'jefa'],
    ['Días', 'dia'],
    ['decidir', 'decide'],
    ['cobra', 'cobrando'],
    ['Pintó', 'pintaron'],
    ['perdida', 'perder'],
    ['gran', 'gran'],
  ])('%s and %s are one', (one, other) => {
    expect(spanishStem(one)).toBe(spanishStem(other))
  })

  test.each([
    ['caña', 'cana'],
    ['cuello', 'cuerda'],
    ['peso', 'piso'],
  ])('%s and %s are two', (one, other) => {
    expect(spanishStem(one)).not.toBe(spanishStem(other))
  })

  test('small words say nothing, everyday words say little, others something', () => {
    const says = (word: string) => [isSpanishStop(spanishStem(word)), isCommonSpanish(spanishStem(word))]
    expect(['también', 'quién', 'Aquellos'].map(says)).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ])
    expect(says('puertas')).toEqual([false, true])
    expect(says('insulina')).toEqual([false, false])
  })
})

describe("a Spanish card's secrets", () => {
  const spanish = loadCards()
    .map(each => each.card)
    .filter(card => card.language === 'es')
  const [first] = spanish
  if (first === undefined) throw new Error('no Spanish cards')
  const saying = (need: string, orders: string): Card => ({
    ...first,
    customer: { ...first.customer, need },
    officer: { ...first.officer, postOrders: [orders] },
  })

  test('a phrase is found in the plural, in the other gender and without accents', () => {
    const leaky = saying('Busca a la vecina sorda del balcón.', 'Avise a los vecinos sordos del balcon.')
    expect(findLeaks(leaky).map(({ phrase }) => phrase)).toEqual(['vecina sorda del balcón'])
  })

  test('four small words are nobody’s secret', () => {
    const clean = saying('Quiere que todo esto se acabe.', 'Diga que todo esto se anota.')
    expect(findLeaks(clean)).toEqual([])
    expect(findRareLeaks(clean, spanish)).toEqual([])
  })

  test('two rare words tell it in other words, with six cards to compare; one word, or two common ones, do not', () => {
    const need = 'Teme que el loro de su tía se muera sin veterinario.'
    const told = findRareLeaks(saying(need, 'Si hay loros, llame a la veterinaria.'), spanish)
    expect(told.map(({ words }) => words)).toEqual([['loro', 'veterinario']])
    expect(findRareLeaks(saying(need, 'No entran loros ni otros animales.'), spanish)).toEqual([])
    const common = saying('Quiere la llave de la puerta de su hijo.', 'Abra la puerta al hijo y a la madre.')
    expect(findRareLeaks(common, spanish)).toEqual([])
  })
})
