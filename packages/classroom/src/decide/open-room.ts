import type { CommandOf, Envelope } from '../command.ts'
import type { Happening } from '../event.ts'
import { personOf, sitting } from '../find.ts'
import { type PersonId, roomIdAt } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { Seats } from '../room.ts'
import type { ClassState } from '../state.ts'
import { cardFor } from './arrange.ts'
import { type Decision, gone } from './decision.ts'
import { briefingEndsAt, cardsOfThePairing } from './plan.ts'
import { settle } from './settle.ts'

/** A new room in the current round, for two people who sit nowhere (R22). It begins with its briefing. */
export function openRoom(state: ClassState, command: CommandOf<'OpenRoom'>): Decision {
  const { customer, officer } = command.data
  const { round } = state
  if (round === null) return refuse('gone', 'No round has started. Plan one.')
  if (round.kind === 'fishbowl') return refuse('invalid', 'A fishbowl has one room.')
  if (customer === officer) return refuse('invalid', 'A room needs two different people.')
  for (const id of [customer, officer]) {
    const person = personOf(state, id)
    if (person === undefined) return gone('That person')
    if (person.standing !== 'present') return refuse('gone', 'Both must be here.')
    if (person.room !== null) return refuse('taken', 'One of them has a seat by now. Look again.')
  }
  return openFor(state, command, customer, officer)
}

/** Nothing is checked here: both are present and sit nowhere, and the round runs. */
export function openFor(
  state: ClassState,
  command: Envelope,
  customer: PersonId,
  officer: PersonId,
): Decision {
  const { round } = state
  if (round === null) return gone('That round')
  const seats: Seats = { customer, officer, observers: [] }
  const had = cardsOfThePairing(state, sitting(seats))
  const fresh = cardFor(state, seats, had, command.chance)
  const chosen = fresh.ok ? fresh : cardFor(state, seats, [], command.chance)
  if (!chosen.ok) return refuse('limit', chosen.say)
  const known = state.cards[chosen.card] !== undefined
  const card = state.cards[chosen.card] ?? command.library(chosen.card)
  if (card === undefined) return refuse('gone', 'That card is no longer in the playbook.')
  const brought: Happening[] = known ? [] : [{ type: 'CardBrought', data: { hash: chosen.card, card } }]
  const room = roomIdAt(round.number, round.rooms.length)
  const opened: Happening = {
    type: 'RoomOpened',
    data: {
      room,
      spot: round.rooms.length + 1,
      seats,
      card: chosen.card,
      why: chosen.why,
      endsAt: briefingEndsAt(state, sitting(seats), command.at),
    },
  }
  return settle(state, command, [...brought, opened], [room])
}
