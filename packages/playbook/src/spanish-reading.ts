/**
 * Syllables of one Spanish word, by its spelling. Every a, e, o and every i, u with an accent is the heart of a syllable;
 * an i or u without one joins the vowel beside it ("cui-da-do", "a-ve-ri-guáis"), unless it stands alone. A silent u
 * (que, gui) is no vowel, a y is one only where no vowel follows ("muy"), and an h between vowels parts nothing
 * ("a-ho-ra" for its two open vowels, "de-sahu-cio" for none). So hiatus is what the accent shows, as in
 * Ortografía de la lengua española (RAE and ASALE, 2010), so "guion" is one syllable. A digit counts as one.
 */
export function countSpanishSyllables(text: string): number {
  const parts =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+|\d/gu) ?? []
  return parts.reduce((sum, part) => sum + (/\d/.test(part) ? 1 : syllablesOf(part)), 0)
}

function syllablesOf(letters: string): number {
  const spoken = letters
    .replace(/qu(?=[eiéí])/g, 'k')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/y(?![aeiouáéíóúü])/g, 'i')
    .replace(/(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])/g, '')
  const groups = spoken.match(/[aeiouáéíóúü]+/g) ?? []
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + heartsOf(group), 0),
  )
}

/** Syllables of a run of vowels. Closed vowels alone make one ("ciu-dad"), the same one twice makes two ("chi-i-ta"). */
function heartsOf(group: string): number {
  const hearts = group.match(/[aeoáéóíú]/g)?.length ?? 0
  if (hearts > 1 && /^[iuü]?[íú][iuü]?$/.test(group)) return 1
  return hearts > 0 ? hearts : 1 + (/(ii|uu)/.test(group) ? 1 : 0)
}

/**
 * Fernández Huerta's readability ("lecturabilidad") of Spanish text, 100 for very easy, 0 for very hard:
 * 206.84 - 0.60 x syllables per 100 words - 1.02 x words per sentence.
 * Source: J. Fernández Huerta, "Medidas sencillas de lecturabilidad", Consigna 214 (1959), 29-32. The second term is
 * read as sentence length, and not as sentences per 100 words as often copied: G. Law, "Error in the Fernandez Huerta
 * Readability Formula" (2011).
 */
export function fernandezHuerta(of: { words: number; sentences: number; syllables: number }): number {
  return 206.84 - 60 * (of.syllables / of.words) - 1.02 * (of.words / of.sentences)
}

/**
 * The school grade of a readability, so that one limit serves both languages. Fernández Huerta's own table gives each band
 * a grade: 90-100 is 4th, 80-90 5th, 70-80 6th, 60-70 7th or 8th, 50-60 before university (12th), 30-50 its first
 * courses (16th). Our mapping takes each band's lower edge as that grade, and a straight line between the edges: 70 is
 * grade 6.0, so "grade 6 or below" is a readability of at least 70 ("algo fácil").
 */
export function gradeOfReadability(readability: number): number {
  if (readability >= 70) return 6 + (70 - readability) / 10
  if (readability >= 60) return 6 + (70 - readability) / 5
  if (readability >= 50) return 8 + (60 - readability) * 0.4
  return 12 + (50 - readability) * 0.2
}
