import type { Card } from './card.ts'
import { textsOf, wordsOf } from './card-words.ts'

const gramLength = 5

/**
 * The share of 5-grams from which two cards are one card twice. Cards written apart share at most 2 in 100 in the thirty of
 * the playbook ("the officer says that it", "one way I differ from"); a copy with a few sentences changed shares over 50.
 */
export const likenessLimit = 0.05

const known = new WeakMap<Card, ReadonlySet<string>>()

function gramsOf(card: Card): ReadonlySet<string> {
  const kept = known.get(card)
  if (kept !== undefined) return kept
  const grams = new Set<string>()
  for (const text of textsOf(card)) {
    const words = wordsOf(text)
    for (let start = 0; start + gramLength <= words.length; start += 1)
      grams.add(words.slice(start, start + gramLength).join(' '))
  }
  known.set(card, grams)
  return grams
}

/** From 0 to 1: the distinct runs of five words that two cards share, as a share of those of the card that has fewer. */
export function likeness(a: Card, b: Card): number {
  const [small, large] = [gramsOf(a), gramsOf(b)].sort((one, other) => one.size - other.size)
  if (small === undefined || large === undefined || small.size === 0) return 0
  let shared = 0
  for (const gram of small) if (large.has(gram)) shared += 1
  return shared / small.size
}

/** The other card that this one is most like, if it is too like it. Languages are not compared. */
export function tooLike(
  card: Card,
  others: readonly Card[],
): { readonly other: Card; readonly share: number } | undefined {
  const found = others
    .filter(other => other.language === card.language && other.id !== card.id)
    .map(other => ({ other, share: likeness(card, other) }))
    .filter(({ share }) => share > likenessLimit)
    .sort((a, b) => b.share - a.share)
  return found[0]
}
