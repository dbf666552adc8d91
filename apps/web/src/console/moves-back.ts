import type { Plan, WireShapes } from '@evenkeel/classroom/view'
import { everybodyIn, type Place } from './places.ts'
import type { SeatWish } from './seat-sheet.tsx'

/** A step of arranging a plan by hand, as it goes to the server. */
export type PlanStep =
  | { readonly type: 'MoveInPlan'; readonly data: WireShapes['MoveInPlan'] }
  | { readonly type: 'SwapInPlan'; readonly data: WireShapes['SwapInPlan'] }
  | { readonly type: 'ChangePlannedCard'; readonly data: WireShapes['ChangePlannedCard'] }

/** A room is named by somebody who sits there, so that a plan that changed meanwhile is not changed in the wrong place. */
export function stepOf(person: string, { place, seat, held }: SeatWish): PlanStep {
  if (held !== null) return { type: 'SwapInPlan', data: { a: person, b: held } }
  const beside = place === null ? undefined : everybodyIn(place.seats)[0]
  return { type: 'MoveInPlan', data: { person, seat, ...(beside !== undefined && { beside }) } }
}

/** The step that brings somebody back from where the wish takes them; undefined if they had no seat before. */
export function stepBack(person: string, wish: SeatWish, places: readonly Place[]): PlanStep | undefined {
  if (wish.held !== null) return stepOf(person, wish)
  const from = places.find(({ seats }) => everybodyIn(seats).includes(person))
  if (from === undefined) return undefined
  const { customer, officer } = from.seats
  const seat = customer === person ? 'customer' : officer === person ? 'officer' : 'observer'
  const beside = everybodyIn(from.seats).find(other => other !== person)
  return { type: 'MoveInPlan', data: { person, seat, ...(beside !== undefined && { beside }) } }
}

/** The same for two plans that seat everybody in the same place with the same card, whatever the reasons. */
export const planPrint = ({ rooms }: Plan): string =>
  JSON.stringify(
    rooms.map(({ seats, card }) => [seats.customer, seats.officer, [...seats.observers].sort(), card]),
  )
