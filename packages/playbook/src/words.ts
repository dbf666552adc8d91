/*
 * The part of the playbook that screens show: rubric, ladder and behaviours, and no schema, so that a phone need not load
 * what only a server checks.
 */
export { type BehaviourId, behaviourIds, markOf, pitfallIds, techniqueIds } from './behaviours.ts'
export type { Language } from './card.ts'
export { stemOf, wordsOf } from './card-words.ts'
export { bandOf, bands, ladder, ladderCeiling, stepOf, type Temperature } from './ladder.ts'
export type { LadderWords } from './ladder-words.ts'
export { rubric, scaleMax, wordingFor } from './rubric.ts'
export type { CustomerItem, ItemId, MomentGuide, Rubric, RubricItem } from './rubric-schema.ts'
