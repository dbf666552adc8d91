import type { PersonId, Seats } from '@evenkeel/classroom'

/** Who played a scene: whoever held the seat last while it was played. Observers: everybody who watched part of it. */
export interface Cast {
  readonly customer: PersonId | null
  readonly officer: PersonId | null
  readonly observers: readonly PersonId[]
}

/**
 * The cast after the seats of a scene in play changed. An empty seat keeps the name of who held it last: a person who
 * leaves the class afterwards still played what they played. So somebody who changed from one part to the other, and whose
 * old seat stayed empty, is in both.
 */
export function castAfter(before: Cast | undefined, seats: Seats): Cast {
  if (before === undefined) return seats
  const customer = seats.customer ?? before.customer
  const officer = seats.officer ?? before.officer
  const watched = new Set([...before.observers, ...seats.observers])
  return {
    customer,
    officer,
    observers: [...watched].filter(person => person !== customer && person !== officer),
  }
}
