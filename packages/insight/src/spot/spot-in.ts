import { cardSigns } from './card-signs.ts'
import { englishSigns } from './english-signs.ts'
import { ownStory } from './own-story.ts'
import { plainLetters } from './plain-letters.ts'
import { saidBackIn } from './said-back.ts'
import type { Around, Sign, SignTable, Spotted } from './sign.ts'
import { spanishSigns } from './spanish-signs.ts'

/** So many behaviours at most are told from one line: more than that, and it is guessing. */
export const MOST_SPOTTED = 3

const ORDER: readonly Spotted['behaviour'][] = [
  'policy-wall',
  'dismissed',
  'cut-off',
  'quick-fix',
  'took-over',
  'need-found',
  'paraphrase',
  'feeling-named',
  'validated',
  'together',
  'gave-space',
  'turned-to',
  'related-briefly',
]

/**
 * Which behaviours of the rubric show in the words of an officer's line, by rules that anybody can read: the tables of
 * signs, the customer's own words said back, and the card's need, triggers and calmers. Each behaviour once, pitfalls
 * first, three at most. A rule knows words and nothing of tone: it is for a scripted customer and for looking back at a
 * practice scene with one, never for scoring people.
 */
export function spotIn(text: string, around: Around): Spotted[] {
  const table = around.language === 'es' ? spanishSigns : englishSigns
  const plain = plainLetters(text)
  const found = [
    ...fromTable(text, plain, table, around),
    ...saidBackIn(text, plain, table, around),
    ...ownStory(text, plain, table, around),
    ...cardSigns(text, plain, table, around),
  ].filter(({ behaviour }) => table.unless[behaviour]?.test(plain) !== true)
  return ORDER.flatMap(behaviour => found.find(each => each.behaviour === behaviour) ?? []).slice(
    0,
    MOST_SPOTTED,
  )
}

function fromTable(text: string, plain: string, { signs }: SignTable, { language, how }: Around): Spotted[] {
  const counts = new Map<string, number>()
  return signs.flatMap((sign: Sign) => {
    const nth = (counts.get(sign.behaviour) ?? 0) + 1
    counts.set(sign.behaviour, nth)
    if (sign.how !== undefined && sign.how !== how && !describes(plain)) return []
    const match = sign.looks.exec(plain)
    if (match === null) return []
    const words = text.slice(match.index, match.index + match[0].length)
    return [{ behaviour: sign.behaviour, words, rule: `${language}/${sign.behaviour}/${nth}` }]
  })
}

/** Some people type what they do into what they say, in the manner of a play: (puts the pen down). */
const describes = (plain: string): boolean => /^[([*]|:\s*"/.test(plain)
