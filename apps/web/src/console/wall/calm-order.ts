/** ms between two changes of the order, so that one can read it. */
export const CALM = 3_000

/**
 * The order to show next: as it was while `held`, except that rooms that are gone leave and new ones come at the end;
 * else as it is wanted.
 */
export function calmOrder(
  shown: readonly string[],
  wanted: readonly string[],
  held: boolean,
): readonly string[] {
  const known = new Set(wanted)
  const stay = shown.filter(id => known.has(id))
  const here = new Set(stay)
  const next = held ? [...stay, ...wanted.filter(id => !here.has(id))] : wanted
  const same = next.length === shown.length && next.every((id, index) => id === shown[index])
  return same ? shown : next
}
