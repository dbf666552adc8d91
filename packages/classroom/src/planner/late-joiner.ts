/**
 * The room in which somebody who arrives in the middle of a round observes: the one with the fewest people, the first of
 * equals. Takes how many sit in each open room; undefined when there is no room.
 */
export function placeLateJoiner(sizes: readonly number[]): number | undefined {
  const smallest = Math.min(...sizes)
  const room = sizes.indexOf(smallest)
  return room < 0 ? undefined : room
}
