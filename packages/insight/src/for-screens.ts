/*
 * The readings of one scene that a screen draws. No schema, no card and no rule of the class comes with them, so that a
 * phone loads only what it shows.
 */
export { type Beside, besideFirst, type Try } from './beside.ts'
export { type CueMet, cuesMet } from './cues-met.ts'
export { type Difference, differencesIn, TALK_FROM } from './differences.ts'
export { type Heat, heatOf, type MeanLevel, NO_LEVEL_SAYS, type NoLevel } from './heat.ts'
export { linesThatWorked, type WorkedLine, type WorkedWords, wordsThatWorked } from './lines-that-worked.ts'
export type { Told } from './played-scene.ts'
export { type Instant, played, SPEEDS, type Speed, sceneAt } from './playhead.ts'
export { QUOTE_WITHIN, type Quote, quoteFor } from './quote.ts'
export { firstSegments, type Segment, type ShownPoint, shownPoints, shownSegments } from './segments.ts'
export { type Entry, isPlaced, levelAt, type Timeline, timelineOf } from './timeline.ts'
export { SWING_STEPS, SWING_WITHIN, type Swing, whatMovedIt } from './what-moved-it.ts'
