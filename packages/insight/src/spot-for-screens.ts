/*
 * The rules that tell a behaviour from words, for the one screen that shows them: apart from the other readings, because
 * their tables are not small.
 */
export { cueMetBy, type SpottedCue } from './spot/cue-met.ts'
export type { Around, Spotted } from './spot/sign.ts'
export { spotIn } from './spot/spot-in.ts'
export { type Answered, whatYourWordsDid } from './spot/what-your-words-did.ts'
