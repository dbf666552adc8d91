/**
 * The same text with plain letters: accents away, round apostrophes straight. One character stays one character, so that
 * a place found here is the same place in the text as it was typed.
 */
export const plainLetters = (text: string): string =>
  text
    .replace(/[\u00c0-\u017f]/g, letter => letter.normalize('NFD').charAt(0))
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
