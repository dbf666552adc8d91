import type { RandomBytes } from './tokens.ts'

/**
 * What codes are made of: capitals without vowels and Y, so that no code spells a word, and of each family of
 * look-alikes only one member. 24 characters, six of them: 191 million codes.
 */
export const CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ3479'
const CODE_LENGTH = 6

/** The other members of each family of look-alikes, and the one that stands in codes. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'Q',
  O: 'Q',
  '1': 'L',
  I: 'L',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
  U: 'V',
  A: '4',
  E: '3',
}

/** Capitals and digits only, look-alikes put right: `o` and `0` are the Q that was read wrongly. */
export function foldLookAlikes(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return plain.replace(/./g, character => LOOK_ALIKES[character] ?? character)
}

/** The code as it is stored, from anything that a person may type for it (`bk7-4qm`, `BK7 40M`); undefined if it can't be one. */
export function normaliseCode(typed: string): string | undefined {
  if (typed.length > 40) return undefined
  const folded = foldLookAlikes(typed)
  const fits = folded.length === CODE_LENGTH && [...folded].every(one => CODE_ALPHABET.includes(one))
  return fits ? folded : undefined
}

/** As it is shown to people: `BK7 4QM`. */
export const showCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

export const makeCode = (random: RandomBytes): string => makeLetters(random, CODE_LENGTH)

/** `count` characters of the alphabet, each as likely as the others: a byte over the last whole multiple is thrown away. */
export function makeLetters(random: RandomBytes, count: number): string {
  const fair = 256 - (256 % CODE_ALPHABET.length)
  let made = ''
  while (made.length < count) {
    for (const byte of random(count)) {
      if (byte < fair && made.length < count) made += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)
    }
  }
  return made
}
