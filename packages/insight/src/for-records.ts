/*
 * What the records' screens need: the shapes that the server sends, and what an agreement figure lets one say. No schema, no
 * card and no fold comes with them.
 */
export type { Agreement } from './agreement/agreement-of.ts'
export type { Figure, Undefined } from './agreement/figure.ts'
export type { Icc } from './agreement/icc.ts'
export { ENOUGH_SCENES, type Reading, readingOf } from './agreement/in-words.ts'
export type { PairFigures, PairIcc } from './agreement/pair-figures.ts'
export type { BesideInstructor } from './report/beside-instructor.ts'
export type { BesideMoment, Marked } from './report/beside-moments.ts'
export type * from './report/class-page.ts'
export type { ClassReport } from './report/class-report.ts'
export type { Evidence } from './report/evidence.ts'
export type { ItemReport } from './report/item-report.ts'
export type { MomentReport } from './report/moment-report.ts'
export type { ItemProgress, Progress, ProgressPoint } from './report/progress.ts'
export type { RoomBeside } from './report/room-beside.ts'
export type { Finding } from './report/teach-next.ts'
