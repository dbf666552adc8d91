import type { Language } from '@evenkeel/playbook'

/**
 * A brief says "you"; whoever plays it says "I". Made for the plain sentences of cards, not for all English. Undefined in a
 * language in which that takes more than a few words: then only what the card writes word for word is said.
 */
export const inMyWords = (brief: string, language: Language): string | undefined =>
  language === 'en' ? asI(brief) : undefined

/** An English brief in the words of whoever plays it. */
export function asI(brief: string): string {
  return brief
    .replace(/\b(You|you) are\b/g, 'I am')
    .replace(/\b(You|you) were\b/g, 'I was')
    .replace(/\b(You|you)'re\b/g, "I'm")
    .replace(/\bYou two\b/g, 'We two')
    .replace(/\byou two\b/g, 'we two')
    .replace(/\byourself\b/g, 'myself')
    .replace(/\byours\b/g, 'mine')
    .replace(/\bYour\b/g, 'My')
    .replace(/\byour\b/g, 'my')
    .replace(/\byou\b(?=[.,;!?]|$)/g, 'me')
    .replace(
      /\b(to|for|with|at|of|from|by|behind|lets?|tell|rang|suspects?|see|gives?|gave|picks?|asked) you\b/g,
      '$1 me',
    )
    .replace(/\b(?:You|you)\b/g, 'I')
}

/** What somebody said about themselves, said back to them: "I drove" becomes "you drove". No full stop at the end. */
export function saidBack(line: string): string {
  const turned = line
    .replace(/[.!?]+$/, '')
    .replace(/\bI am\b/g, 'you are')
    .replace(/\bI'm\b/g, "you're")
    .replace(/\bI was\b/g, 'you were')
    .replace(/\bI\b/g, 'you')
    .replace(/\b(me|myself)\b/gi, word => (word.toLowerCase() === 'me' ? 'you' : 'yourself'))
    .replace(/\bmine\b/gi, 'yours')
    .replace(/\bmy\b/gi, 'your')
    .replace(/\b(we|us) two\b/gi, 'you two')
  return /^(you|your|yours|the|no|they|nobody|it|somebody|there|his|her|he|she|we|after|last)\b/i.test(turned)
    ? turned.charAt(0).toLowerCase() + turned.slice(1)
    : turned
}

/** The sentences of a line that tell about the speaker and can be said back: no questions, nothing aimed at "you". */
export function aboutThemselves(line: string): string | undefined {
  return line
    .split(/(?<=[.!?])\s+/)
    .find(
      sentence =>
        /\bI\b|^My\b/.test(sentence) &&
        !/\b(you|your)\b|\?|"|!|^(That|Yes|No|Thank|Only|Go|Let|When|Next|Of course)\b/i.test(sentence) &&
        sentence.split(' ').length >= 4,
    )
}

/** The words in quotes of a stage direction: `Nod. Say "Yes. That was it."` gives `Yes. That was it.` */
export const quoted = (direction: string): string | undefined => /"([^"]+)"/.exec(direction)?.[1]
