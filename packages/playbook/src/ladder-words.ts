import type { Language } from './card.ts'
import { type BandId, ladder, ladderCeiling, type Step } from './ladder.ts'
import { spanishLadder } from './spanish-ladder.ts'

/** The temperature ladder in the words of one language. */
export type LadderWords = {
  readonly steps: readonly [Step, Step, Step, Step, Step, Step, Step]
  readonly bands: Readonly<Record<BandId, string>>
  readonly ceiling: string
}

const words: Readonly<Record<Language, LadderWords>> = {
  en: {
    steps: ladder,
    bands: { settled: 'Settled', upset: 'Upset', furious: 'Furious' },
    ceiling: ladderCeiling,
  },
  es: spanishLadder,
}

/** The steps, bands and ceiling of the ladder for people who read this language. */
export function ladderIn(language: Language): LadderWords {
  return words[language]
}
