import { type Language, ladder, ladderCeiling, type Temperature } from '@evenkeel/playbook/words'
import { useOtherWords } from './class-language.tsx'

export interface Ladder {
  /** What these words are in, for their `lang`. */
  readonly lang: Language
  readonly steps: typeof ladder
  readonly wordOf: (level: Temperature) => string
  /** However hot it gets, it stays under this. */
  readonly ceiling: string
}

const english = laddered('en', ladder, ladderCeiling)

/** The steps of the temperature in the class's language. */
export function useLadder(): Ladder {
  const other = useOtherWords()
  return other === undefined
    ? english
    : laddered(other.rubric.language, other.ladder.steps, other.ladder.ceiling)
}

function laddered(lang: Language, steps: typeof ladder, ceiling: string): Ladder {
  return { lang, steps, ceiling, wordOf: level => steps.find(step => step.level === level)?.word ?? '' }
}
