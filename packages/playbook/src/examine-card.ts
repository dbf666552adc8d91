import type { Card } from './card.ts'
import { cardSentence } from './card-sentences.ts'
import { type CardPath, checkCard } from './check-card.ts'
import { tooLike } from './likeness.ts'
import { type BriefSeat, readingLimits, readingLoad } from './reading.ts'
import { findLeaks, findRareLeaks } from './secrecy.ts'
import { findUgly } from './ugly-words.ts'

/** What a card is examined for; each is a reason for `npm run cards` to fail. */
export type Rule = 'shape' | 'length' | 'grade' | 'leak' | 'rare-words' | 'alike' | 'ugly'

/** What was found. `say` is a whole sentence for the person who writes the card. */
export type Finding = { readonly rule: Rule; readonly path: CardPath; readonly say: string }

export type ExaminedCard = {
  /** Undefined when it has not the shape of a card; then nothing else was looked for. */
  readonly card: Card | undefined
  readonly findings: readonly Finding[]
}

/** What keeps a card from being saved by anybody. All else is for its writer to weigh. */
export const stops = (rule: Rule): boolean => rule === 'shape' || rule === 'leak' || rule === 'ugly'

/**
 * Reads any value as a card and looks for all that is wrong with it. `others`: the cards beside it, which say what is too
 * like it and which words are rare; its own older version among them does no harm.
 */
export function examineCard(value: unknown, others: readonly Card[] = []): ExaminedCard {
  const checked = checkCard(value)
  if (!checked.ok) {
    const findings = checked.problems.map(({ path, say }) => ({
      rule: 'shape' as const,
      path,
      say: cardSentence(path, say),
    }))
    return { card: undefined, findings }
  }
  const { card } = checked
  const findings = [
    ...reading(card, 'customer'),
    ...reading(card, 'officer'),
    ...leaks(card),
    ...rareWords(card, others),
    ...alike(card, others),
    ...ugly(card),
  ]
  return { card, findings }
}

function reading(card: Card, seat: BriefSeat): Finding[] {
  const { briefWords, cueWords, grade } = readingLoad(card, seat)
  const most = readingLimits
  const brief: CardPath = [seat]
  const cue: CardPath = [seat, 'cue']
  const found: Finding[] = []
  if (briefWords > most.briefWords)
    found.push({
      rule: 'length',
      path: brief,
      say: `The ${seat} has ${briefWords} words to read before the scene, and at most ${most.briefWords} can be read in time.`,
    })
  if (cueWords > most.cueWords)
    found.push({
      rule: 'length',
      path: cue,
      say: `The ${seat}'s cue card has ${cueWords} words, and at most ${most.cueWords} fit on it.`,
    })
  if (grade > most.grade)
    found.push({
      rule: 'grade',
      path: brief,
      say: `The ${seat}'s part is hard to read: school year ${grade.toFixed(1)}, and it should be ${most.grade} or less. Use shorter sentences and shorter words.`,
    })
  return found
}

function leaks(card: Card): Finding[] {
  return findLeaks(card).map(({ secret, phrase }) => ({
    rule: 'leak',
    path: pathOfSecret(card, secret),
    say: `The officer can read "${phrase}", which only the customer may know: it stands in the secret "${secret}".`,
  }))
}

function rareWords(card: Card, others: readonly Card[]): Finding[] {
  return findRareLeaks(card, others).map(({ secret, words, text }) => ({
    rule: 'rare-words',
    path: pathOfSecret(card, secret),
    say: `The officer may guess the secret "${secret}" from ${words.map(word => `"${word}"`).join(' and ')} in "${text}".`,
  }))
}

function pathOfSecret({ customer }: Card, secret: string): CardPath {
  return secret === customer.need
    ? ['customer', 'need']
    : ['customer', 'ifAsked', customer.ifAsked.indexOf(secret)]
}

function alike(card: Card, others: readonly Card[]): Finding[] {
  const found = tooLike(card, others)
  if (found === undefined) return []
  const share = Math.round(100 * found.share)
  const say = `This card is too like "${found.other.title}" (${found.other.id}): ${share} of 100 runs of five words are the same.`
  return [{ rule: 'alike', path: [], say }]
}

function ugly(card: Card): Finding[] {
  return findUgly(card).map(({ path, kind, words }) => ({
    rule: 'ugly',
    path,
    say: `There is a ${kind} here: "${words}". A customer may be furious, but nobody slurs or threatens anybody.`,
  }))
}
