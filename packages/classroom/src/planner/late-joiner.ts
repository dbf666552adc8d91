/**
 * The room in which somebody who arrives in the middle of a round observes: the one with the fewest people, the first of
 * equals. Takes how many sit in each open room; undefined when there is no room.
 */
export function placeLateJoiner(sizes: readonly number[]): number | undefined {
  const smallest = Math.min(...sizes)
  const room = sizes.indexOf(smallest)
  return room < 0 ? undefined : room
}

export type LatePlace =
  /** Takes the free seat of a player, or observes, in the open room of that index. */
  | { readonly in: 'room'; readonly index: number }
  /** Plays in a new room with whoever has waited longest. */
  | { readonly in: 'new-pair'; readonly with: string }

export interface LateRequest {
  /** The open rooms, in their order. */
  readonly rooms: readonly { readonly people: number; readonly lacksPlayer: boolean }[]
  /** The others who are here and have no seat, the longest waiting first. */
  readonly waiting: readonly string[]
  /** A new room would still come along with the others. */
  readonly early: boolean
}

/** P6. A free player's seat first; then a pair of two who wait, while there is time for it; else observing. */
export function placeLate({ rooms, waiting, early }: LateRequest): LatePlace | undefined {
  const lacking = rooms.findIndex(room => room.lacksPlayer)
  if (lacking >= 0) return { in: 'room', index: lacking }
  const [partner] = waiting
  if (early && partner !== undefined) return { in: 'new-pair', with: partner }
  const index = placeLateJoiner(rooms.map(room => room.people))
  return index === undefined ? undefined : { in: 'room', index }
}
