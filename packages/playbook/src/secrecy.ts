import type { Card } from './card.ts'

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

function phrases(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []
  return words
    .slice(0, 1 - phraseLength)
    .map((_, start) => words.slice(start, start + phraseLength).join(' '))
}
