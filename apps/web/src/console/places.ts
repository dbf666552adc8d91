import type { Plan, Seat, Seats } from '@evenkeel/classroom/view'

/** A room as somewhere to go: its spot and who sits there. */
export interface Place {
  readonly spot: number
  readonly seats: Seats
}

export interface SeatChoice {
  readonly seat: Seat
  /** Who holds it; going there is a swap with them. */
  readonly held: string | null
  /** The person who is to be moved sits there already. */
  readonly own: boolean
}

export const plannedPlaces = (plan: Plan): readonly Place[] =>
  plan.rooms.map(({ seats }, index) => ({ spot: index + 1, seats }))

export const everybodyIn = ({ customer, officer, observers }: Seats): readonly string[] => [
  ...(customer === null ? [] : [customer]),
  ...(officer === null ? [] : [officer]),
  ...observers,
]

/** What there is in a room for one person: both players' seats and observing. */
export function seatChoices({ seats }: Pick<Place, 'seats'>, person: string): readonly SeatChoice[] {
  const player = (seat: 'customer' | 'officer'): SeatChoice => {
    const own = sitsIn({ seats }, seat, person)
    return { seat, held: own ? null : seats[seat], own }
  }
  return [
    player('customer'),
    player('officer'),
    { seat: 'observer', held: null, own: sitsIn({ seats }, 'observer', person) },
  ]
}

/** Whether somebody has this seat of a room already. */
export const sitsIn = ({ seats }: Pick<Place, 'seats'>, seat: Seat, person: string): boolean =>
  seat === 'observer' ? seats.observers.includes(person) : seats[seat] === person

/** Who is here and has no seat in any of these rooms. */
export const withoutSeat = (places: readonly Place[], here: readonly string[]): readonly string[] => {
  const seated = new Set(places.flatMap(({ seats }) => everybodyIn(seats)))
  return here.filter(person => !seated.has(person))
}
