import type { Card } from './card.ts'
import { cardSentence } from './card-sentences.ts'
import { type CardPath, checkCard } from './check-card.ts'
import { type BriefSeat, readingLimits, readingLoad } from './reading.ts'
import { findLeaks } from './secrecy.ts'

/** What a card is examined for; each is a reason for `npm run cards` to fail. */
export type Rule = 'shape' | 'length' | 'grade' | 'leak'

/** What was found. `say` is a whole sentence for the person who writes the card. */
export type Finding = { readonly rule: Rule; readonly path: CardPath; readonly say: string }

export type ExaminedCard = {
  /** Undefined when it has not the shape of a card; then nothing else was looked for. */
  readonly card: Card | undefined
  readonly findings: readonly Finding[]
}

/** What keeps a card from being saved by anybody. All else is for its writer to weigh. */
export const stops = (rule: Rule): boolean => rule === 'shape' || rule === 'leak'

/** Reads any value as a card and looks for all that is wrong with it. */
export function examineCard(value: unknown): ExaminedCard {
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
  return { card, findings: [...reading(card, 'customer'), ...reading(card, 'officer'), ...leaks(card)] }
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
    path:
      secret === card.customer.need
        ? ['customer', 'need']
        : ['customer', 'ifAsked', card.customer.ifAsked.indexOf(secret)],
    say: `The officer can read "${phrase}", which only the customer may know: it stands in the secret "${secret}".`,
  }))
}
