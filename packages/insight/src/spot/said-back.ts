import { contentWords, sharedOf } from './content-words.ts'
import type { Around, SignTable, Spotted } from './sign.ts'

/** So many of the customer's newest lines can be said back. */
const REMEMBERED = 4
const FEWEST_WORDS = 4

/**
 * Said it back: an opener that announces it, with enough behind it that could be checked; or the customer's own words, two
 * at least, behind an opener that may begin it.
 */
export function saidBackIn(text: string, plain: string, table: SignTable, around: Around): Spotted[] {
  if (around.how === 'do') return []
  const { language, before = [] } = around
  const words = (rule: string, shown: string): Spotted[] => [
    { behaviour: 'paraphrase', words: shown, rule: `${language}/paraphrase/${rule}` },
  ]
  const said = contentWords(before.slice(-REMEMBERED).join(' '), language, table.empty)
  const shared = sharedOf(contentWords(plain, language, table.empty), said)
  const announced = table.saysBack.exec(plain)
  if (announced !== null && wordCount(plain) - wordCount(announced[0]) >= FEWEST_WORDS) {
    return words(shared.length > 0 ? 'announced-with-their-words' : 'announced', text.trim())
  }
  if (table.mayBeginSayingBack.test(plain) && shared.length >= 2) return words('their-words', text.trim())
  return []
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}']+/gu)?.length ?? 0
