import { describe, expect, test } from 'vitest'
import { readingGrade } from './reading.ts'
import { countSpanishSyllables, fernandezHuerta, gradeOfReadability } from './spanish-reading.ts'

describe('Spanish syllables', () => {
  test.each([
    // Diphthongs and triphthongs are one.
    ['bien', 1],
    ['cuidado', 3],
    ['ciudad', 2],
    ['puerta', 2],
    ['aire', 2],
    ['seis', 1],
    ['también', 2],
    ['averiguáis', 4],
    ['construí', 2],
    ['huir', 1],
    ['guion', 1],
    ['información', 4],
    // Two open vowels part, and so does an accent on a closed one.
    ['león', 2],
    ['línea', 3],
    ['aéreo', 4],
    ['museo', 3],
    ['día', 2],
    ['oír', 2],
    ['baúl', 2],
    ['país', 2],
    ['policía', 4],
    ['chiita', 3],
    // h parts nothing; qu and gu are one sound before e and i; ü is heard.
    ['ahora', 3],
    ['alcohol', 3],
    ['ahí', 2],
    ['prohíbe', 3],
    ['desahucio', 3],
    ['queja', 2],
    ['quién', 1],
    ['guerra', 2],
    ['guarda', 2],
    ['pingüino', 3],
    // y alone or at the end is a vowel, elsewhere it is not.
    ['y', 1],
    ['muy', 1],
    ['ley', 1],
    ['leyes', 2],
    ['playa', 2],
    // Without a vowel, with digits, with a hyphen, decomposed.
    ['DNI', 1],
    ['24', 2],
    ['franco-belga', 4],
    ['di\u0301a'.normalize('NFD'), 2],
    ['día', 2],
  ])('%s: %i', (word, syllables) => {
    expect(countSpanishSyllables(word)).toBe(syllables)
  })
})

describe('reading Spanish', () => {
  test('the readability is the formula: 206.84 - 60 x 9/6 - 1.02 x 6', () => {
    expect(fernandezHuerta({ words: 6, sentences: 1, syllables: 9 })).toBeCloseTo(110.72, 10)
    // El ga-to ve la luz. Mi-ra.
    const text = 'El gato ve la luz. Mira.'
    expect(readingGrade(text, 'es')).toBeCloseTo(6 + (70 - (206.84 - 60 * (8 / 6) - 1.02 * 3)) / 10, 10)
    expect(readingGrade('', 'es')).toBe(0)
  })

  test.each([
    [90, 4],
    [80, 5],
    [70, 6],
    [60, 8],
    [50, 12],
    [30, 16],
  ])('a readability of %i is grade %i, as in the published table', (readability, grade) => {
    expect(gradeOfReadability(readability)).toBeCloseTo(grade, 10)
    expect(gradeOfReadability(readability - 1e-9)).toBeCloseTo(grade, 6)
  })

  test('plain Spanish passes where office Spanish does not', () => {
    const plain = 'La puerta se cierra a las diez. Si llega tarde, llame al jefe de turno.'
    const office =
      'La administración comunicará oportunamente las modificaciones correspondientes a los interesados.'
    expect(readingGrade(plain, 'es')).toBeLessThan(6)
    expect(readingGrade(office, 'es')).toBeGreaterThan(12)
  })
})
