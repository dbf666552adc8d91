import { type Language, stemOf, wordsOf } from '@evenkeel/playbook/words'
import { plainLetters } from './plain-letters.ts'

/** The stems of a text's words that carry content, each once, without what the language's table calls empty. */
export function contentWords(text: string, language: Language, empty: ReadonlySet<string>): Set<string> {
  const words = wordsOf(plainLetters(text)).filter(word => word.length > 2 && !empty.has(word))
  return new Set(words.map(word => stemOf(word, language)))
}

export const sharedOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter(word => b.has(word))
