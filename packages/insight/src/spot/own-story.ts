import type { Around, SignTable, Spotted } from './sign.ts'

/** A sentence of one's own may have so many words before it is a story. */
const BRIEF = 24

/** Something that happened, and not "I will" or "I see". */
const PAST = {
  en: /\b(?:once|had|was|were|lost|sat|stood|waited|missed|remember|went|came|drove|felt|used to|have (?:been|stood|sat|waited|had|lost))\b/i,
  es: /\b(?:una vez|tuve|perdi|espere|estuve|fui|sente|recuerdo|hice|llegue|pase|senti|quede)\b/i,
}

/**
 * Related briefly: one short sentence of one's own past, then straight back to the other with a question. Three sentences
 * of one's own, or one and nothing that comes back: took over, if it is long.
 */
export function ownStory(text: string, plain: string, table: SignTable, around: Around): Spotted[] {
  if (around.how === 'do') return []
  const { language } = around
  const sentences = plain.split(/(?<=[.!?])\s+/)
  const own = (sentence: string) =>
    table.ownStory.test(sentence) && PAST[language].test(sentence) && !sentence.endsWith('?')
  const stories = sentences.filter(own)
  const [story] = stories
  if (story === undefined) return []
  const at = plain.indexOf(story)
  const back = sentences.slice(sentences.indexOf(story) + 1)
  const returns = back.some(sentence => sentence.endsWith('?') && table.toThem.test(sentence))
  const spotted = (behaviour: Spotted['behaviour'], words: string): Spotted[] => [
    { behaviour, words: words.trim(), rule: `${language}/${behaviour}/own-story` },
  ]
  if (stories.length >= 3) return spotted('took-over', text)
  if (stories.length > 1 || !returns || story.split(' ').length > BRIEF || table.toThem.test(story)) return []
  return spotted('related-briefly', text.slice(at, at + story.length))
}
