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

/** What the tiles are held by: each comes and goes by itself, as a click moves the focus away from under a pointer that stays. */
export interface Holds {
  readonly pointer: boolean
  readonly focus: boolean
}

export interface KeptOrder {
  readonly ids: readonly string[]
  /** ms since 1970: when it last changed freely. */
  readonly at: number
}

/** The order at `now`: it changes at most every three seconds, and not while anything holds it. */
export function nextOrder(
  kept: KeptOrder,
  wanted: readonly string[],
  now: number,
  { pointer, focus }: Holds,
): KeptOrder {
  const waits = pointer || focus || now - kept.at < CALM
  const ids = calmOrder(kept.ids, wanted, waits)
  return ids === kept.ids ? kept : { ids, at: waits ? kept.at : now }
}

/** Those of the order that fit, and while it is held also those that stood there before. */
export const tilesOf = (
  order: readonly string[],
  fits: (id: string) => boolean,
  before: ReadonlySet<string>,
  held: boolean,
): readonly string[] => order.filter(id => fits(id) || (held && before.has(id)))
