import type { Card } from '@evenkeel/playbook'
import { cardHash, loadCards } from '@evenkeel/playbook/cards'
import type { Library } from '@evenkeel/server'

/** Where in a card a text stands decides who may read it. */
export type Part =
  | 'shared'
  | 'customer'
  | 'officer'
  | 'answer'
  | 'twist-customer'
  | 'twist-officer'
  | 'debrief'

/** Texts as unlikely as canaries: `kq` + part + card + number. */
export const canary = (part: string, card: number, n: number) => `kq${part}c${card}n${n}kq`

export const CANARY = /kq[a-z-]+c\d+n\d+kq/g

/** Every string of a part replaced by its own canary; words from fixed lists stay. */
function planted<T>(value: T, next: () => string, keep: ReadonlySet<string>): T {
  if (typeof value === 'string') return next() as T
  if (Array.isArray(value)) return value.map(item => planted(item, next, keep)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    keep.has(key) ? inner : planted(inner, next, keep),
  ])
  return Object.fromEntries(entries) as T
}

const KEPT = new Set(['behaviour', 'to'])

function canaryCard(card: Card, number: number): Card {
  let n = 0
  const plant = <T>(part: Part, value: T) => planted(value, () => canary(part, number, ++n), KEPT)
  const { calls, ...officer } = card.officer
  return {
    ...card,
    title: `Card ${number}`,
    shared: plant('shared', card.shared),
    customer: plant('customer', card.customer),
    officer: {
      ...plant('officer', officer),
      calls: calls.map(call => ({
        who: canary('officer', number, ++n),
        answer: plant('answer', call.answer),
      })),
    },
    twists: card.twists.map(twist => ({ ...twist, text: plant(`twist-${twist.to}`, twist.text) })),
    debrief: plant('debrief', card.debrief),
  } as Card
}

/** The real cards with a canary in every private field. */
export async function canaryLibrary(): Promise<Library> {
  const loaded = await loadCards()
  const cards = loaded.map(({ card }, index) => canaryCard(card, index + 1))
  return { cards: new Map(cards.map(card => [cardHash(card), card])) }
}
