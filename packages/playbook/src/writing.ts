/*
 * What a card's form and its printed sheets need: the shape of a card and how its text is counted. No schema, so that a
 * browser loads no more than this; whether a card is complete is the server's to say.
 */
export type { Card, CustomerPart, Difficulty, Language, OfficerPart } from './card.ts'
export { type BriefSeat, briefText, countWords, readingGrade, readingLimits } from './reading.ts'
export { rubricIn } from './rubric-in.ts'
export type { ItemId, RubricItem } from './rubric-schema.ts'
export type { Site } from './sites.ts'
