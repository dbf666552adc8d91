import type { ConsoleView, RoomRow, WallCell } from '@evenkeel/classroom/view'

/** Rooms as the list has them: those in which somebody calls for help first, then by spot. */
export function roomOrder(
  view: Pick<ConsoleView, 'rooms'>,
  wall: Readonly<Record<string, WallCell>>,
): readonly (readonly [string, RoomRow])[] {
  const calls = (id: string) => Number((wall[id]?.help.length ?? 0) > 0)
  return Object.entries(view.rooms).sort(
    ([a, one], [b, other]) => calls(b) - calls(a) || one.spot - other.spot,
  )
}

/** The room before or after another in that order, around the end; the first one if none is open. */
export function roomBeside(
  order: readonly (readonly [string, unknown])[],
  open: string | null,
  by: 1 | -1,
): string | null {
  if (order.length === 0) return null
  const at = order.findIndex(([id]) => id === open)
  const next = at < 0 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length
  return order[next]?.[0] ?? null
}
