import { type Refusal, refuse } from './refusal.ts'

/** Longest texts, in UTF-16 units after cleaning. */
export const LONGEST = {
  name: 60,
  title: 80,
  line: 1_000,
  words: 300,
  whisper: 300,
  answer: 300,
  announcement: 300,
  sentence: 300,
  note: 2_000,
} as const

// C0 and C1 controls, and the bidirectional overrides that could turn somebody else's text around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g
// Nothing that leaves ink: white space, zero-width characters, fillers, the empty braille cell.
const BLANK = /^[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800\s]*$/u
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g

/**
 * What a person typed, ready to keep: control characters and direction overrides gone, white space at the ends trimmed,
 * line breaks turned into spaces unless `lines` is set, lone surrogates replaced. Joiners inside words and emoji stay.
 */
export function cleanText(text: string, lines = false): string {
  const whole = text.toWellFormed().normalize('NFC').replace(LINE_ENDS, '\n').replace(UNWANTED, '')
  const flat = lines ? whole : whole.replace(/[\t\n]+/g, ' ')
  return BLANK.test(flat) ? '' : flat.trim()
}

type Cleaned = { readonly ok: true; readonly text: string } | Refusal

/** `what` starts the sentence that a person reads: "A line", "Your name". */
export function requireText(raw: string, longest: number, what: string, lines = false): Cleaned {
  const text = cleanText(raw, lines)
  if (text === '') return refuse('invalid', `${what} can't be empty.`)
  if (text.length > longest) {
    return refuse('invalid', `${what} can have at most ${longest} characters. This has ${text.length}.`)
  }
  return { ok: true, text }
}

/** Like `requireText`, but nothing at all is fine and gives an empty text. */
export function allowText(raw: string | undefined, longest: number, what: string, lines = false): Cleaned {
  return raw === undefined || cleanText(raw) === ''
    ? { ok: true, text: '' }
    : requireText(raw, longest, what, lines)
}
