/*
 * What `words.ts` has, in Spanish: for the screens of a Spanish class, which load it when they need it, so that no other
 * class pays for it.
 */
export { spanishLadder as ladder } from './spanish-ladder.ts'
export { spanishRubric as rubric } from './spanish-rubric.ts'
