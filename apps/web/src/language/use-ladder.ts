import { type Language, ladder, type Temperature } from '@evenkeel/playbook/words'
import { useOtherWords } from './class-language.tsx'

export interface Ladder {
  /** What these words are in, for their `lang`. */
  readonly lang: Language
  readonly steps: typeof ladder
  readonly wordOf: (level: Temperature) => string
}

const english = laddered('en', ladder)

/** The steps of the temperature in the class's language. */
export function useLadder(): Ladder {
  const other = useOtherWords()
  return other === undefined ? english : laddered(other.rubric.language, other.ladder.steps)
}

function laddered(lang: Language, steps: typeof ladder): Ladder {
  return { lang, steps, wordOf: level => steps.find(step => step.level === level)?.word ?? '' }
}
