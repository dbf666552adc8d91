import type { RoomId } from '../ids.ts'
import { same } from './same.ts'
import type { WallCell } from './wall-cell.ts'

/**
 * What is new in a cell: its fields that differ, each whole. Only a curve that grew has just its new points in `curve`, and
 * in `curveFrom` how many of the old ones stay before them.
 */
export type CellChange = Partial<Omit<WallCell, 'room'>> & { readonly curveFrom?: number }

/** What a wall is told: of a `whole` frame all cells, of another one new cells and changes of known ones. */
export interface CellsFrame {
  readonly whole: boolean
  readonly cells: Readonly<Record<RoomId, WallCell>>
  readonly changes?: Readonly<Record<RoomId, CellChange>>
}

/** From one cell of a room to a later one; null if they are the same. Parts that are the same value cost nothing. */
export function cellChange(before: WallCell, after: WallCell): CellChange | null {
  // Field by field and not over a list of names: this is done for every room of every frame, and names cost ten times more.
  const change: Change = {}
  let none = true
  const differs = (a: unknown, b: unknown): boolean => {
    if (a === b || same(a, b)) return false
    none = false
    return true
  }
  if (differs(before.spot, after.spot)) change.spot = after.spot
  if (differs(before.phase, after.phase)) change.phase = after.phase
  if (differs(before.clock, after.clock)) change.clock = after.clock
  if (differs(before.level, after.level)) change.level = after.level
  if (differs(before.levelSince, after.levelSince)) change.levelSince = after.levelSince
  if (differs(before.hotSince, after.hotSince)) change.hotSince = after.hotSince
  if (differs(before.line, after.line)) change.line = after.line
  if (differs(before.mark, after.mark)) change.mark = after.mark
  if (differs(before.helped, after.helped)) change.helped = after.helped
  if (differs(before.hurt, after.hurt)) change.hurt = after.hurt
  if (differs(before.observed, after.observed)) change.observed = after.observed
  if (differs(before.away, after.away)) change.away = after.away
  if (differs(before.unfinished, after.unfinished)) change.unfinished = after.unfinished
  if (differs(before.stoppedBy, after.stoppedBy)) change.stoppedBy = after.stoppedBy
  if (differs(before.help, after.help)) change.help = after.help
  if (differs(before.helpSince, after.helpSince)) change.helpSince = after.helpSince
  if (differs(before.curve, after.curve)) {
    const stay = pointsThatStay(before.curve, after.curve)
    change.curve = stay === 0 ? after.curve : after.curve.slice(stay)
    if (stay > 0) change.curveFrom = stay
  }
  return none ? null : change
}

type Change = { -readonly [Field in keyof CellChange]: CellChange[Field] }

function pointsThatStay(before: WallCell['curve'], after: WallCell['curve']): number {
  const least = Math.min(before.length, after.length)
  let stay = 0
  while (stay < least && same(before[stay], after[stay])) stay++
  return stay
}

/** The other way: `withChange(before, cellChange(before, after))` is `after`. */
export function withChange(cell: WallCell, { curveFrom, ...change }: CellChange): WallCell {
  const { curve } = change
  if (curveFrom === undefined || curve === undefined) return { ...cell, ...change }
  return { ...cell, ...change, curve: [...cell.curve.slice(0, curveFrom), ...curve] }
}

/** The wall after a frame. Cells that the frame does not name stay the same values. */
export function withFrame(
  wall: Readonly<Record<RoomId, WallCell>>,
  { whole, cells, changes = {} }: CellsFrame,
): Readonly<Record<RoomId, WallCell>> {
  const next: Record<RoomId, WallCell> = whole ? { ...cells } : { ...wall, ...cells }
  for (const [room, change] of Object.entries(changes)) {
    const cell = next[room]
    if (cell !== undefined) next[room] = withChange(cell, change)
  }
  return next
}
