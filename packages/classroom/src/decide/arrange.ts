import type { CommandOf } from '../command.ts'
import type { Happening } from '../event.ts'
import { personOf, sitting } from '../find.ts'
import type { CardHash, PersonId } from '../ids.ts'
import { moveTo, roomWith, swapIn, takeOut } from '../planner/arrange-plan.ts'
import { chooseCard, reasonFor } from '../planner/choose-card.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Seats } from '../room.ts'
import type { ClassState, Plan, PlannedSeats } from '../state.ts'
import { type Decision, gone, happen } from './decision.ts'
import { dealNamed } from './deck.ts'
import { nextPairing, roundsPlayed, seenIn } from './plan.ts'

/*
 * One step of an instructor's own arrangement (R21). Each names people and not places in a list, so that of two
 * instructors who arrange at once both get what they asked for, or a sentence.
 */

export function moveInPlan(state: ClassState, command: CommandOf<'MoveInPlan'>): Decision {
  const { person, beside, seat } = command.data
  const { plan } = state
  const wrong = mayArrange(state, [person])
  if (plan === null || wrong !== undefined) return wrong ?? NO_PLAN
  if (beside === undefined) return moveToNewRoom(state, command, plan)
  const index = roomWith(plan.rooms, beside)
  if (index < 0) return refuse('moved-on', 'The room that you meant is no longer so. Look again.')
  const moved = moveTo(plan.rooms, person, index, seat)
  return moved.ok ? arranged(state, plan, moved.rooms) : moved
}

function moveToNewRoom(state: ClassState, command: CommandOf<'MoveInPlan'>, plan: Plan): Decision {
  if (plan.kind === 'fishbowl') return refuse('invalid', 'A fishbowl has one room.')
  const { person, seat } = command.data
  const seats: Seats = { customer: null, officer: null, observers: [] }
  const chosen = cardFor(state, seats, [], command.chance)
  if (!chosen.ok) return refuse('limit', chosen.say)
  const opened = { seats, card: chosen.card, why: chosen.why }
  const moved = moveTo([...plan.rooms, opened], person, plan.rooms.length, seat)
  return moved.ok ? arranged(state, plan, moved.rooms) : moved
}

export function swapInPlan(state: ClassState, command: CommandOf<'SwapInPlan'>): Decision {
  const { a, b } = command.data
  const { plan } = state
  const wrong = mayArrange(state, [a, b])
  if (plan === null || wrong !== undefined) return wrong ?? NO_PLAN
  const swapped = swapIn(plan.rooms, a, b)
  return swapped.ok ? arranged(state, plan, swapped.rooms) : swapped
}

/** Another card for one room: the one that was named, or one that suits whoever sits there. */
export function changePlannedCard(state: ClassState, command: CommandOf<'ChangePlannedCard'>): Decision {
  const { beside, card } = command.data
  const { plan } = state
  if (plan === null) return NO_PLAN
  const index = roomWith(plan.rooms, beside)
  const room = plan.rooms[index]
  if (room === undefined) return refuse('moved-on', 'The room that you meant is no longer so. Look again.')
  if (card === room.card) return refuse('taken', 'This room already has that card.')
  if (card !== undefined) {
    const dealt = dealNamed(state, command, [card])
    if (!dealt.ok) return dealt
    const rooms = plan.rooms.with(index, { ...room, card, why: 'chosen' })
    return happen(...dealt.renewed, { type: 'RoundPlanned', data: { plan: { ...plan, rooms } } })
  }
  const had = hadInPairing(state, plan.pairing, sitting(room.seats))
  const fresh = cardFor(state, room.seats, [room.card, ...had], command.chance)
  const chosen = fresh.ok ? fresh : cardFor(state, room.seats, [room.card], command.chance)
  if (!chosen.ok) return refuse('limit', 'This class has no other card.')
  return replan(plan, plan.rooms.with(index, { ...room, card: chosen.card, why: chosen.why }))
}

/** What a plan loses with somebody who leaves; nothing if they are in none. */
export function planWithout({ plan }: ClassState, person: PersonId): readonly Happening[] {
  if (plan === null || roomWith(plan.rooms, person) < 0) return []
  return [{ type: 'RoundPlanned', data: { plan: { ...plan, rooms: takeOut(plan.rooms, person) } } }]
}

const NO_PLAN: Refusal = refuse('gone', 'There is no plan to change. Make one first.')

function mayArrange(state: ClassState, people: readonly PersonId[]): Refusal | undefined {
  if (state.plan === null) return NO_PLAN
  for (const id of people) {
    const person = personOf(state, id)
    if (person === undefined) return gone('That person')
    if (person.standing === 'set-aside') return refuse('gone', 'They are set aside. Bring them back first.')
    if (person.standing !== 'present') return refuse('gone', 'They were removed from the class.')
  }
  return undefined
}

const replan = (plan: Plan, rooms: readonly PlannedSeats[]): Decision =>
  happen({ type: 'RoundPlanned', data: { plan: { ...plan, rooms } } })

/** A card that the instructor did not choose is said to be what it is for those who sit there now. */
function arranged(state: ClassState, plan: Plan, rooms: readonly PlannedSeats[]): Decision {
  return replan(
    plan,
    rooms.map(room => (room.why === 'chosen' ? room : { ...room, why: whyFor(state, room) })),
  )
}

const whyFor = (state: ClassState, { seats, card }: PlannedSeats): string =>
  reasonFor(card, { ...seated(seats), seen: seenIn(state) })

/** Nobody in a seat has seen nothing. */
const seated = ({ customer, officer, observers }: Seats) => ({
  customer: customer ?? '',
  officer: officer ?? '',
  observers,
})

export const cardFor = (state: ClassState, seats: Seats, not: readonly CardHash[], seed: number) =>
  chooseCard({ ...seated(seats), cards: state.deck, seen: seenIn(state), not, seed })

function hadInPairing(state: ClassState, pairing: number, people: readonly PersonId[]): CardHash[] {
  return roundsPlayed(state)
    .filter(round => round.pairing === pairing && pairing === nextPairing(state))
    .flatMap(round => round.rooms)
    .filter(room => room.took.some(person => people.includes(person)))
    .map(room => room.card)
}
