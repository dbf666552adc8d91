/** How many triads and how many pairs seat everybody (P1). */
export interface RoomSizes {
  readonly triads: number
  readonly pairs: number
}

/**
 * P1. Pairs: an odd one out makes one triad. Triads: a remainder of two is one more pair, a remainder of one turns
 * a triad into two pairs. `count` is at least 2.
 */
export function roomSizes(count: number, groupSize: 2 | 3): RoomSizes {
  if (groupSize === 2) return { triads: count % 2, pairs: (count - 3 * (count % 2)) / 2 }
  const pairs = [0, 2, 1][count % 3] ?? 0
  return { triads: (count - 2 * pairs) / 3, pairs }
}
