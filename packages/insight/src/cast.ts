import type { PersonId, Seats } from '@evenkeel/classroom'

/** Who played a scene: whoever held the seat last while it was played. Observers: everybody who watched part of it. */
export interface Cast {
  readonly customer: PersonId | null
  readonly officer: PersonId | null
  readonly observers: readonly PersonId[]
}

/**
 * The cast after the seats of a scene in play changed. An empty seat keeps the name of who held it last, so a person
 * who leaves the class afterwards still played what they played.
 */
export function castAfter(before: Cast | undefined, seats: Seats): Cast {
  if (before === undefined) return seats
  const customer = seats.customer ?? unless(before.customer, seats.officer)
  const officer = seats.officer ?? unless(before.officer, seats.customer)
  const watched = new Set([...before.observers, ...seats.observers])
  return {
    customer,
    officer,
    observers: [...watched].filter(person => person !== customer && person !== officer),
  }
}

const unless = (person: PersonId | null, other: PersonId | null) => (person === other ? null : person)
