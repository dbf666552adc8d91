/** The room before or after another in the order of the tiles, around the end; the first one if none is open. */
export function roomBeside(order: readonly string[], open: string | null, by: 1 | -1): string | null {
  if (order.length === 0) return null
  const at = open === null ? -1 : order.indexOf(open)
  const next = at < 0 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length
  return order[next] ?? null
}
