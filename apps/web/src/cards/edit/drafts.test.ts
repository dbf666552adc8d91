import { expect, test } from 'vitest'
import { madeUpCard } from '../made-up-cards.ts'
import { blankCard, cardOf, copyOf, draftOf, freeId } from './draft-card.ts'
import { allDrafts, draftKey, dropDraft, keepDraft, readDraft } from './drafts.ts'

function box(full = false) {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  }
}

const from = { how: 'edit', hash: 'h1' } as const

test('a draft comes back as it was kept, the newest first, until it is dropped', () => {
  const store = box()
  const card = draftOf(madeUpCard)
  expect(keepDraft(store, { from, card, at: 1 })).toBe(true)
  expect(keepDraft(store, { from: { how: 'new', hash: '' }, card: blankCard, at: 2 })).toBe(true)
  expect(readDraft(store, draftKey(from))).toEqual({ from, card, at: 1 })
  expect(allDrafts(store).map(({ at }) => at)).toEqual([2, 1])
  dropDraft(store, draftKey(from))
  expect(allDrafts(store).map(({ at }) => at)).toEqual([2])
})

test('what this page did not write is no draft, and a full store stops nobody', () => {
  const store = box()
  const key = draftKey(from)
  const bad = ['{', 'null', '[]', '{"from":{"how":"edit","hash":"h1"},"at":1,"card":{"title":"x"}}']
  for (const text of bad) {
    store.setItem(`evenkeel-card-draft:${key}`, text)
    expect(readDraft(store, key)).toBeUndefined()
  }
  keepDraft(store, { from, card: draftOf(madeUpCard), at: 1 })
  const whole = store.getItem(`evenkeel-card-draft:${key}`) ?? ''
  store.setItem(`evenkeel-card-draft:${key}`, whole.replace('"volunteer":[', '"volunteer":[7,'))
  expect(readDraft(store, key)).toBeUndefined()
  expect(keepDraft(box(true), { from, card: blankCard, at: 1 })).toBe(false)
})

test('a card goes through the form unchanged; a copy is nobody’s encounter and begins at version 1', () => {
  expect(cardOf(draftOf(madeUpCard))).toEqual(madeUpCard)
  const copy = cardOf(copyOf({ ...madeUpCard, encounter: 4, version: 3 }, 'Mine'))
  expect(copy).toEqual({ ...madeUpCard, title: 'Mine', version: 1 })
  expect(cardOf(blankCard).officer).not.toHaveProperty('relate')
})

test('an id is made of the title, short, and free', () => {
  expect(freeId('The tenth bag (copy)', new Set())).toBe('the-tenth-bag-copy')
  expect(freeId('The tenth bag', new Set(['the-tenth-bag', 'the-tenth-bag-2']))).toBe('the-tenth-bag-3')
  expect(freeId('Ñandú & Co', new Set())).toBe('nandu-co')
  expect(freeId('الحقيبة', new Set())).toBe('card')
  expect(freeId(`${'long '.repeat(40)}`, new Set())).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(freeId('long '.repeat(40), new Set()).length).toBeLessThanOrEqual(60)
})
