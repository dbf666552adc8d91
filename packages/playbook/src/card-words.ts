import type { Card, Language } from './card.ts'
import { spanishStem } from './spanish-words.ts'

const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu

/** The words of a text in small letters, as they come. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(word) ?? []
}

/** A word without the endings that come and go: "guards", "guarded" and "guard" are one, "vecina" and "vecinos" too. */
export function stemOf(text: string, language: Language): string {
  if (language === 'es') return spanishStem(text)
  const bare = text.replace(/['’]s$/, '')
  return bare.length < 5 ? bare : bare.replace(/(?:ing|ed|es|s|ly)$/, '')
}

/** Every text of a card, one entry a field, ids and tags too. */
export function textsOf(card: Card): string[] {
  const texts: string[] = []
  const gather = (value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) gather(inner)
  }
  gather(card)
  return texts
}

const stems = new WeakMap<Card, ReadonlySet<string>>()

/** The stems that occur in a card. Remembered for each card, because a library is gone through again and again. */
export function stemsOf(card: Card): ReadonlySet<string> {
  const known = stems.get(card)
  if (known !== undefined) return known
  const found = new Set(
    textsOf(card)
      .flatMap(wordsOf)
      .map(text => stemOf(text, card.language)),
  )
  stems.set(card, found)
  return found
}
