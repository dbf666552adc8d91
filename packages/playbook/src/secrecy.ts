import type { Card } from './card.ts'
import { stemOf, stemsOf, wordsOf } from './card-words.ts'

/** A phrase of four words shared by chance is rare; three would flag "at the door" everywhere. */
const phraseLength = 4

/** A phrase of the customer's secrets that stands where the officer can read it before the reveal. */
export type Leak = { readonly secret: string; readonly phrase: string }

/** Finds the customer's need and only-if-asked facts, by phrases of four words, in all that the officer may read. */
export function findLeaks(card: Card): Leak[] {
  const open = new Set(officerReads(card).flatMap(phrases))
  return [card.customer.need, ...card.customer.ifAsked].flatMap(secret =>
    phrases(secret)
      .filter(phrase => open.has(phrase))
      .map(phrase => ({ secret, phrase })),
  )
}

/** Every text that an officer may see before the reveal, one entry a field. */
export function officerReads(card: Card): string[] {
  const { shared, officer } = card
  return [
    card.title,
    card.contentNote,
    card.stepOut,
    shared.where,
    shared.when,
    shared.happened,
    ...officer.postOrders,
    ...officer.limits,
    ...officer.knows,
    officer.handledWell,
    officer.relate ?? '',
    ...officer.calls.flatMap(call => [call.who, call.answer]),
    officer.cue,
    ...card.twists.filter(twist => twist.to === 'officer').map(twist => twist.text),
    ...card.glossary.flatMap(({ word, meaning }) => [word, meaning]),
  ]
}

/** A word is rare that occurs in at most this many cards of the library in its language, its own card among them. */
const rareIn = 3

/** Rare words of one secret in one text that the officer reads. One is what the scene is about; two tell the secret. */
const rareWordsTold = 2

/** Words shorter than this are too often there by chance. */
const shortest = 4

export type RareLeak = { readonly secret: string; readonly words: readonly string[]; readonly text: string }

/**
 * Finds the customer's secrets told in other words: two rare words of the need or of an only-if-asked fact, whatever their
 * endings, in one text that the officer may read. `library`: the cards of the same language that say which words are rare.
 * With fewer than twelve of them it finds nothing, because then most words are rare.
 */
export function findRareLeaks(card: Card, library: readonly Card[]): RareLeak[] {
  const others = library.filter(other => other.language === card.language && other.id !== card.id)
  if (others.length + 1 < fewestCards) return []
  const rare = (stem: string) =>
    stem.length >= shortest && others.filter(other => stemsOf(other).has(stem)).length < rareIn
  const read = officerReads(card).map(text => ({ text, stems: new Set(wordsOf(text).map(stemOf)) }))
  return [card.customer.need, ...card.customer.ifAsked].flatMap(secret => {
    const words = [...new Set(wordsOf(secret))].filter(word => word.length >= shortest && rare(stemOf(word)))
    return read.flatMap(({ text, stems }) => {
      const told = words.filter(word => stems.has(stemOf(word)))
      return told.length < rareWordsTold ? [] : [{ secret, words: told, text }]
    })
  })
}

const fewestCards = 12

function phrases(text: string): string[] {
  const words = wordsOf(text)
  return words
    .slice(0, 1 - phraseLength)
    .map((_, start) => words.slice(start, start + phraseLength).join(' '))
}
