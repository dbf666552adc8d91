import type { Language } from './card.ts'
import { rubric } from './rubric.ts'
import type { Rubric } from './rubric-schema.ts'
import { spanishRubric } from './spanish-rubric.ts'

const rubrics: Readonly<Record<Language, Rubric>> = { en: rubric, es: spanishRubric }

/** The rubric to show and mark by in a class of this language. Ids, versions and rotations are the same in all. */
export function rubricIn(language: Language): Rubric {
  return rubrics[language]
}
