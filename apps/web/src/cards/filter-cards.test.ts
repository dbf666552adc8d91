import { expect, test } from 'vitest'
import { cardsWords } from '../words/en/cards.ts'
import { filterCards, waysOut, without } from './filter-cards.ts'
import { madeUpCard, rowOf } from './made-up-cards.ts'

const rows = [
  rowOf(madeUpCard, { hash: 'a', title: 'Señora at the gate', site: 'vet', difficulty: 1 }),
  rowOf(madeUpCard, { hash: 'b', site: 'vet', difficulty: 2, origin: 'own', behaviours: ['took-over'] }),
  rowOf(madeUpCard, { hash: 'c', site: 'mall', difficulty: 1, language: 'es', tags: ['noise'] }),
]
const found = (filter: Parameters<typeof filterCards>[1]) =>
  filterCards(rows, filter, cardsWords.sites).map(({ hash }) => hash)

test('each part narrows the list, and they narrow it together', () => {
  expect(found({})).toEqual(['a', 'b', 'c'])
  expect(found({ site: 'vet' })).toEqual(['a', 'b'])
  expect(found({ difficulty: 1 })).toEqual(['a', 'c'])
  expect(found({ language: 'es' })).toEqual(['c'])
  expect(found({ behaviour: 'took-over' })).toEqual(['b'])
  expect(found({ origin: 'own' })).toEqual(['b'])
  expect(found({ site: 'vet', difficulty: 1 })).toEqual(['a'])
})

test('a search finds words in any order, without accents, in the title, the place and the tags', () => {
  expect(found({ text: 'GATE senora' })).toEqual(['a'])
  expect(found({ text: 'animal clinic' })).toEqual(['a', 'b'])
  expect(found({ text: 'noise' })).toEqual(['c'])
  expect(found({ text: '.*' })).toEqual([])
})

test('when nothing fits, each way out says how many it would find, the best first', () => {
  const filter = { site: 'mall', difficulty: 2, language: 'es' } as const
  expect(found(filter)).toEqual([])
  expect(waysOut(rows, filter, cardsWords.sites)).toEqual([{ part: 'difficulty', count: 1 }])
  expect(without(filter, 'site')).toEqual({ difficulty: 2, language: 'es' })
})
