import { contentWords, sharedOf } from './content-words.ts'
import type { Around, SignTable, Spotted } from './sign.ts'

/**
 * So many words of a cue must be in the line, and this share of the line's own words must be of the cue. More for a calmer:
 * its words are also those of what upsets ("you hear that four minutes can't work").
 */
const FEWEST_SHARED = { need: 2, trigger: 2, calmer: 3 }
const SHARE = 0.4

/**
 * Signs that only this card has. Its need: two words of it that are not of the demand, in a line that asks or names what
 * matters. Its triggers and calmers: a line that says little else than the words of when they happen.
 */
export function cardSigns(text: string, plain: string, table: SignTable, around: Around): Spotted[] {
  const { card, language, how } = around
  if (card === undefined) return []
  const line = contentWords(plain, language, table.empty)
  const wordsOf = (of: string) => contentWords(of, language, table.empty)
  const found: Spotted[] = []
  const demand = wordsOf(card.demand)
  const need = new Set([...wordsOf(card.need)].filter(word => !demand.has(word)))
  if (how === 'say' && table.reachesUnder.test(plain) && sharedOf(line, need).length >= FEWEST_SHARED.need) {
    found.push({ behaviour: 'need-found', words: text.trim(), rule: 'card/need' })
  }
  const cues = [
    ['trigger', card.triggers],
    ['calmer', card.calmers],
  ] as const
  for (const [kind, all] of cues) {
    for (const [index, { behaviour, when }] of all.entries()) {
      const shared = sharedOf(line, wordsOf(when)).length
      if (shared < FEWEST_SHARED[kind] || shared < line.size * SHARE) continue
      found.push({ behaviour, words: text.trim(), rule: `card/${kind}/${index + 1}` })
    }
  }
  return found
}
