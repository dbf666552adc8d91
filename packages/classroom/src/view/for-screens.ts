/*
 * What a screen needs of the class: how its view is folded and what is in it. No rules and no cards, so that nothing of
 * them is in a script that a phone loads.
 */

export type { WireCommandType, WireShapes } from '../command.ts'
export type { Deed, DeedKind } from '../deeds.ts'
export type * from '../ids.ts'
export type { PlanWarning } from '../planner/plan-warning.ts'
export type * from '../room.ts'
export type { Settings } from '../settings.ts'
export {
  type Announcement,
  type DeckCard,
  type Plan,
  type Said,
  STEPS,
  type Step,
  type TakeAlong,
} from '../state.ts'
export { cleanText, LONGEST } from '../text.ts'
export {
  ATTENTION,
  type Attention,
  type AttentionLimits,
  attention,
  byUrgency,
  REASONS,
  type Reason,
} from './attention.ts'
export type { OwnScene } from './own-scenes.ts'
export type * from './view.ts'
export { applyViewEvent, type ViewEvent } from './view-event.ts'
export { type AskAbout, type Walked, type WalkNext, type WalkReason, walkNext } from './walk-next.ts'
export type { WallCell } from './wall-cell.ts'
export { type CellChange, type CellsFrame, withFrame } from './wall-change.ts'
