import { type Rubric, rubric } from '@evenkeel/playbook/words'
import { useOtherWords } from './class-language.tsx'

/** The rubric in the class's language; its own `language` is for the `lang` of what is shown of it. */
export const useRubric = (): Rubric => useOtherWords()?.rubric ?? rubric
