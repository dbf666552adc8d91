import type { Card, Language } from './card.ts'
import { stemOf, stemsOf, wordsOf } from './card-words.ts'
import { isCommonSpanish, isSpanishStop } from './spanish-words.ts'

/** A phrase of four words shared by chance is rare; three would flag "at the door" everywhere. */
const phraseLength = 4

/** A phrase of the customer's secrets that stands where the officer can read it before the reveal. */
export type Leak = { readonly secret: string; readonly phrase: string }

/**
 * Finds the customer's need and only-if-asked facts, by phrases of four words, in all that the officer may read. In Spanish,
 * where "en la puerta de la" is nobody's secret, a phrase has two words at least that say something, and number, gender and
 * accents do not matter.
 */
export function findLeaks(card: Card): Leak[] {
  const open = new Set(officerReads(card).flatMap(text => phrases(text, card.language).map(({ key }) => key)))
  return [card.customer.need, ...card.customer.ifAsked].flatMap(secret =>
    phrases(secret, card.language)
      .filter(({ key }) => open.has(key))
      .map(({ phrase }) => ({ secret, phrase })),
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
 * With fewer than twelve of them most words are rare: then a list of common Spanish words says which, and in English
 * nothing is found.
 */
export function findRareLeaks(card: Card, library: readonly Card[]): RareLeak[] {
  const others = library.filter(other => other.language === card.language && other.id !== card.id)
  const spanish = card.language === 'es'
  if (!spanish && others.length + 1 < fewestCards) return []
  const stem = (text: string) => stemOf(text, card.language)
  const rare = (of: string) =>
    of.length >= (spanish ? shortest - 1 : shortest) &&
    !(spanish && isCommonSpanish(of)) &&
    others.filter(other => stemsOf(other).has(of)).length < rareIn
  const read = officerReads(card).map(text => ({ text, stems: new Set(wordsOf(text).map(stem)) }))
  return [card.customer.need, ...card.customer.ifAsked].flatMap(secret => {
    const words = [...new Set(wordsOf(secret))].filter(word => word.length >= shortest && rare(stem(word)))
    return read.flatMap(({ text, stems }) => {
      const told = words.filter(word => stems.has(stem(word)))
      return told.length < rareWordsTold ? [] : [{ secret, words: told, text }]
    })
  })
}

const fewestCards = 12

/** The runs of four words of a text. Two with one `key` say the same. */
function phrases(text: string, language: Language): { phrase: string; key: string }[] {
  const words = wordsOf(text)
  return words.slice(0, 1 - phraseLength).flatMap((_, start) => {
    const run = words.slice(start, start + phraseLength)
    const phrase = run.join(' ')
    if (language !== 'es') return [{ phrase, key: phrase }]
    const stems = run.map(word => stemOf(word, language))
    return stems.filter(each => !isSpanishStop(each)).length < 2 ? [] : [{ phrase, key: stems.join(' ') }]
  })
}
