import type { Card } from '@evenkeel/playbook'
import { loadCards } from '@evenkeel/playbook/cards'
import { expect, test } from 'vitest'
import { CardLibrary, type NewCard } from './card-library.ts'
import { MemoryCards } from './memory.ts'

const shipped = { cards: new Map(loadCards().map(({ hash, card }) => [hash, card])) }
const [first] = loadCards()
if (first === undefined) throw new Error('no cards')
const own = (id: string, more: Partial<Card> = {}): NewCard => ({ card: { ...first.card, id, ...more } })

const open = (store: MemoryCards) => CardLibrary.open(shipped, store, () => 1_790_000_000_000)
const saved = async (library: CardLibrary, ...cards: NewCard[]) => {
  const result = await library.save(cards, 'Ana')
  if (!result.ok) throw new Error(result.kind)
  return result.cards
}

test('[K5] a class may choose from the newest of each card in its language, and not from what is hidden', async () => {
  const library = await open(new MemoryCards())
  const [one] = await saved(library, own('mine'), own('otra', { language: 'es' }))
  const [two] = await saved(library, { ...own('mine', { title: 'Newer' }), replaces: one?.hash })
  const ids = () => library.deck('en').map(card => card.id)
  expect(library.deck('en').filter(card => card.id === 'mine')).toEqual([
    expect.objectContaining({ hash: two?.hash, title: 'Newer' }),
  ])
  expect(library.deck('es').map(card => card.id)).toContain('otra')
  expect(ids()).not.toContain('otra')
  expect(await library.hide('mine')).toBe(true)
  expect(ids()).not.toContain('mine')
  expect(library.card(one?.hash ?? '')?.title).toBe(first.card.title)
})

test('[K5] a deck is renewed in the languages that it has', async () => {
  const library = await open(new MemoryCards())
  const deck = library.deck('es')
  await saved(library, own('mine'), own('otra', { language: 'es' }))
  expect(library.renewed(deck).map(card => card.id)).toEqual([...deck.map(card => card.id), 'otra'])
  expect(library.renewed([])).toEqual([])
})

test('[K4] what was saved is known to the next start', async () => {
  const store = new MemoryCards()
  const before = await open(store)
  await saved(before, own('mine'), own('gone'))
  await before.hide('gone')
  const after = await open(store)
  expect(after.offered()).toEqual(before.offered())
  expect(after.own().map(({ card }) => card.id)).toEqual(['mine'])
})

test('[K2] where servers share a store, who was slower is told, and then knows', async () => {
  const store = Object.assign(new MemoryCards(), { shared: true })
  const here = await open(store)
  const there = await open(store)
  await saved(there, own('mine', { title: 'From there' }))
  expect(await here.save([own('mine')], 'Bo')).toMatchObject({ ok: false, kind: 'exists' })
  expect(here.byId('mine')?.card.title).toBe('From there')
  await there.hide('mine')
  await here.refresh()
  expect(here.byId('mine')).toBeUndefined()
})

test('[K2] who saves at the very moment in which another server does is told as well', async () => {
  const store = new MemoryCards()
  const here = await open(store)
  const there = await open(store)
  await saved(there, own('mine'))
  expect(await here.save([own('mine'), own('other')], 'Bo')).toMatchObject({ ok: false, kind: 'changed' })
  expect(here.byId('other')).toBeUndefined()
})

test('[K1] an edit of a copy keeps what it was copied from; a copy may be like its origin and nothing else', async () => {
  const library = await open(new MemoryCards())
  const copiedFrom = { id: first.card.id, hash: first.hash, title: first.card.title }
  const alike = (card: Card, origin?: string) =>
    library.examine(card, origin).notices.filter(({ rule }) => rule === 'alike')
  expect(alike({ ...first.card, id: 'mine' })).toHaveLength(1)
  expect(alike({ ...first.card, id: 'mine' }, first.hash)).toEqual([])
  const [one] = await saved(library, { ...own('mine'), copiedFrom })
  const [two] = await saved(library, { ...own('mine'), replaces: one?.hash })
  expect(two?.own?.copiedFrom).toEqual(copiedFrom)
  expect(alike({ ...first.card, id: 'mine' })).toEqual([])
  expect(alike({ ...first.card, id: 'third' }, first.hash)).toHaveLength(1)
})
