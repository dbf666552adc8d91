import type { Card, Language } from './card.ts'
import { countSpanishSyllables, fernandezHuerta, gradeOfReadability } from './spanish-reading.ts'

/** The seats that have a brief of their own. An observer reads both. */
export type BriefSeat = 'customer' | 'officer'

/** What a brief may ask of a reader: three minutes, standing, perhaps in a second language. */
export const readingLimits = { briefWords: 150, cueWords: 40, grade: 6 } as const

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/** The number of words: runs of letters and digits, hyphens and apostrophes inside them included. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0
}

/**
 * Syllables of one English word, by its spelling: groups of vowels, less a silent ending, plus the breaks that
 * a group hides. Right for about nine words in ten, which is enough for a mean over a hundred. A digit counts as one.
 */
export function countSyllables(text: string): number {
  const parts = text.toLowerCase().match(/[a-z]+|\d/g) ?? []
  return parts.reduce((sum, part) => sum + (/\d/.test(part) ? 1 : syllablesOf(part)), 0)
}

function syllablesOf(letters: string): number {
  if (letters.length <= 3) return Math.min(1, letters.length)
  // A last e is silent, and so is one before a suffix: "drive", "drives", "drived", "safely", "something".
  const spoken = letters
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e|[aeiouy]le)$/, ending =>
      ending.slice(0, ending.startsWith('e') ? 2 : 1),
    )
    .replace(/([^aeiouy])e(?=ly$|ful|less)|(?<=^som)e(?=[a-z])/g, '$1')
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0
  return Math.max(1, groups + (letters.match(hiddenBreaks)?.length ?? 0))
}

/** Two sounds in one group of vowels: "li-on", "be-ing", "stay-ing", "qui-et", "sci-ence", "cre-ate", "ide-a". */
const hiddenBreaks =
  /[^cstg]i[ao](?!u)|[aeou]ing$|ying$|iet|scie|reat(?=e|i)|(?:id|ar)ea|usual|actual|eo(?=n$|r)|eum$/g

/** Sentences end at . ! ? or : before a space or the end, and at the end of a line. */
function countSentences(text: string): number {
  return text.split(/[.!?:]+["”')]*(?=\s|$)|\n+/u).filter(each => countWords(each) > 0).length
}

/**
 * The reading grade of a text (a school year; 6 is about age 11). Zero for no words.
 * English: the Flesch-Kincaid grade, 0.39 x words per sentence + 11.8 x syllables per word - 15.59.
 * Source: Kincaid, Fishburne, Rogers and Chissom (1975), Navy Research Branch Report 8-75.
 * Spanish: Fernández Huerta's readability as a grade, both in spanish-reading.ts.
 */
export function readingGrade(text: string, language: Language = 'en'): number {
  const words = countWords(text)
  if (words === 0) return 0
  const sentences = countSentences(text)
  const count = language === 'es' ? countSpanishSyllables : countSyllables
  const syllables = (text.match(word) ?? []).reduce((sum, each) => sum + count(each), 0)
  if (language === 'es') return gradeOfReadability(fernandezHuerta({ words, sentences, syllables }))
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

/**
 * All that a seat must read in its briefing, one part a line. It is what the word and grade limits are held against.
 * Customer: who, opening, demand, need, the facts. Triggers, calmers, stuck lines and endings are not in it: they are
 * play aids, shown beside the scene when they are wanted. Officer: post orders, limits, knows, handled well, relate.
 * Calls are not in it: they are answers on the radio, read one at a time. The shared part is on both screens, before this.
 */
export function briefText(card: Card, seat: BriefSeat): string {
  const { customer, officer } = card
  const parts =
    seat === 'customer'
      ? [
          customer.who,
          customer.opening,
          customer.demand,
          customer.need,
          ...customer.volunteer,
          ...customer.ifAsked,
          ...customer.neverInvent,
        ]
      : [
          ...officer.postOrders,
          ...officer.limits,
          ...officer.knows,
          officer.handledWell,
          ...(officer.relate === undefined ? [] : [officer.relate]),
        ]
  return parts.join('\n')
}

/** How much a seat has to read: words and grade of its brief, words of its cue card. */
export function readingLoad(
  card: Card,
  seat: BriefSeat,
): { briefWords: number; cueWords: number; grade: number } {
  const brief = briefText(card, seat)
  const grade = readingGrade(brief, card.language)
  return { briefWords: countWords(brief), cueWords: countWords(card[seat].cue), grade }
}
