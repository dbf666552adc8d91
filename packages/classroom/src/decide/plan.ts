import { itemIds } from '@evenkeel/playbook'
import type { CommandOf } from '../command.ts'
import type { Happening } from '../event.ts'
import { castOf, personOf, sitting, trainees } from '../find.ts'
import { type CardHash, type PersonId, type RoomId, roomIdAt } from '../ids.ts'
import { chooseCard } from '../planner/choose-card.ts'
import type { Seen } from '../planner/plan.ts'
import {
  planRound as drawUp,
  type PastRoom,
  type PastRound,
  type PlannedRoom,
} from '../planner/plan-round.ts'
import { refuse } from '../refusal.ts'
import type { Room } from '../room.ts'
import type { ClassState, Plan, PlannedSeats, Round } from '../state.ts'
import type { Decision } from './decision.ts'
import { happen } from './decision.ts'
import { dealNamed, dealOffered } from './deck.ts'
import { longestReading } from './people.ts'

export function planRound(state: ClassState, command: CommandOf<'PlanRound'>): Decision {
  const focus = command.data.focus ?? focusOf(state, nextRoundNumber(state))
  if (!focus.every(item => itemIds.includes(item)))
    return refuse('invalid', 'That focus has an unknown item.')
  const { card, cards = [], fishbowl } = command.data
  if (card !== undefined && cards.length > 0)
    return refuse('invalid', 'Name one card for all, or several, not both.')
  const wanted = card === undefined ? cards : [card]
  const dealt = dealOffered(state, command, wanted)
  if (!dealt.ok) return dealt
  const drafted = fishbowl
    ? draftFishbowl(dealt.state, command, wanted)
    : draftPairing(dealt.state, command, wanted)
  if (!drafted.ok) return drafted
  return happen(...dealt.renewed, { type: 'RoundPlanned', data: { plan: { ...drafted.plan, focus } } })
}

type Draft = { ok: true; plan: Omit<Plan, 'focus'> } | ReturnType<typeof refuse>

function draftPairing(
  state: ClassState,
  command: CommandOf<'PlanRound'>,
  wanted: readonly CardHash[],
): Draft {
  const { difficulty } = command.data
  const pairing = nextPairing(state)
  const drawn = drawUp({
    present: trainees(state).map(person => person.id),
    groupSize: state.settings.groupSize,
    pairing,
    past: pastOf(state),
    cards: state.deck,
    seen: seenIn(state),
    ...(difficulty && { difficulty }),
    ...(wanted.length > 0 && { wanted }),
    seed: command.chance,
  })
  if (!drawn.ok) return refuse('invalid', drawn.say)
  return { ok: true, plan: { kind: 'pairing', pairing, rooms: drawn.rooms.map(asSeats) } }
}

/**
 * Has the person seen the customer's brief of a card, in any seat or debrief of this class? A version that was edited since
 * is the same card.
 */
export function seenIn(state: ClassState): Seen {
  const ids = new Map(state.deck.map(({ hash, id }) => [hash, id]))
  const seenBy = new Map<PersonId, ReadonlySet<string>>()
  const seenOf = (person: PersonId) => {
    const known = seenBy.get(person)
    if (known !== undefined) return known
    const seen = personOf(state, person)?.seen ?? []
    const all = new Set(seen.flatMap(hash => [hash, state.cards[hash]?.id ?? hash]))
    seenBy.set(person, all)
    return all
  }
  return (person, hash) => seenOf(person).has(hash) || seenOf(person).has(ids.get(hash) ?? hash)
}

const asSeats = ({ customer, officer, observers, card, why }: PlannedRoom): PlannedSeats => ({
  seats: { customer, officer, observers },
  card,
  why,
})

/** One pair plays in front, everybody else who is present observes. */
function draftFishbowl(
  state: ClassState,
  command: CommandOf<'PlanRound'>,
  wanted: readonly CardHash[],
): Draft {
  const { fishbowl, difficulty } = command.data
  const present = trainees(state).map(person => person.id)
  if (fishbowl === undefined || fishbowl.customer === fishbowl.officer) {
    return refuse('invalid', 'A fishbowl needs two different people.')
  }
  if (!present.includes(fishbowl.customer) || !present.includes(fishbowl.officer)) {
    return refuse('gone', 'Both players of a fishbowl must be present.')
  }
  const observers = present.filter(person => person !== fishbowl.customer && person !== fishbowl.officer)
  const seats = { ...fishbowl, observers }
  const chosen = chooseCard({
    ...seats,
    cards: state.deck,
    seen: seenIn(state),
    ...(wanted.length > 0 && { wanted }),
    ...(difficulty && { difficulty }),
    seed: command.chance,
  })
  if (!chosen.ok) return refuse('invalid', chosen.say)
  const rooms = [{ seats, card: chosen.card, why: chosen.why }]
  return { ok: true, plan: { kind: 'fishbowl', pairing: 0, rooms } }
}

/** The instructor's own arrangement: everybody present sits exactly once, each room has both players. */
export function changePlan(state: ClassState, command: CommandOf<'ChangePlan'>): Decision {
  if (state.plan === null) return refuse('gone', 'There is no plan to change. Make one first.')
  const { rooms } = command.data
  const dealt = dealNamed(
    state,
    command,
    rooms.map(room => room.card),
  )
  if (!dealt.ok) return refuse('invalid', 'One of these cards is not in the playbook.')
  const wrong = wrongPlan(dealt.state, rooms)
  if (wrong !== undefined) return refuse('invalid', wrong)
  return happen(...dealt.renewed, { type: 'RoundPlanned', data: { plan: { ...state.plan, rooms } } })
}

function wrongPlan(state: ClassState, rooms: readonly PlannedSeats[]): string | undefined {
  const seated = rooms.flatMap(room => sitting(room.seats))
  if (rooms.length === 0 || rooms.some(({ seats }) => seats.customer === null || seats.officer === null)) {
    return 'Each room needs a customer and an officer.'
  }
  if (new Set(seated).size !== seated.length) return 'Somebody sits in two places.'
  if (seated.some(id => personOf(state, id)?.standing !== 'present'))
    return 'Somebody in this plan is not here.'
  if (trainees(state).some(person => !seated.includes(person.id))) return 'Somebody who is here has no seat.'
  if (rooms.some(room => !state.deck.some(card => card.hash === room.card))) {
    return "One of these cards is not in this class's deck."
  }
  return undefined
}

export function startRound(state: ClassState, command: CommandOf<'StartRound'>): Decision {
  const { plan, round } = state
  const number = nextRoundNumber(state)
  if (command.data.round !== number) return refuse('moved-on', 'That round has already started.')
  if (plan === null) return refuse('gone', 'There is no plan to start. Make one first.')
  const playing =
    round?.rooms.filter(room => room.phase.name !== 'done' && room.phase.name !== 'stopped').length ?? 0
  if (playing > 0)
    return refuse('wrong-phase', `${playing} ${playing === 1 ? 'room is' : 'rooms are'} still playing.`)
  // People may have come or gone since it was planned.
  const wrong = wrongPlan(state, plan.rooms)
  if (wrong !== undefined) return refuse('taken', `${wrong} Plan again.`)
  const brought: Happening[] = []
  for (const hash of new Set(plan.rooms.map(room => room.card))) {
    if (state.cards[hash] !== undefined) continue
    const card = command.library(hash)
    if (card === undefined)
      return refuse('gone', 'A card of this plan is no longer in the playbook. Plan again.')
    brought.push({ type: 'CardBrought', data: { hash, card } })
  }
  const rooms = plan.rooms.map((room, index) => ({
    room: roomIdAt(number, index),
    spot: index + 1,
    ...room,
    endsAt: briefingEndsAt(state, sitting(room.seats), command.at),
  }))
  const { kind, pairing, focus } = plan
  return happen(...brought, { type: 'RoundStarted', data: { number, kind, pairing, focus, rooms } })
}

/** The briefing lasts as long as the slowest reader asked for. */
export function briefingEndsAt(state: ClassState, people: readonly string[], at: number): number {
  return at + Math.round(state.settings.times.briefing * longestReading(state, people))
}

export const nextRoundNumber = (state: ClassState): number => (state.round?.number ?? 0) + 1

function focusOf(state: ClassState, round: number) {
  const { rotation } = state.settings
  return rotation[(round - 1) % Math.max(1, rotation.length)] ?? itemIds.slice(0, 3)
}

/** Two rounds make a pairing; the third begins the next. */
export function nextPairing(state: ClassState): number {
  const pairings = roundsPlayed(state).map(round => round.pairing)
  const last = Math.max(0, ...pairings)
  return pairings.filter(pairing => pairing === last).length === 1 ? last : last + 1
}

/** Rounds that count: every pairing's, the current one last; no fishbowl. */
export function roundsPlayed(state: ClassState): readonly Round[] {
  const all = state.round === null ? state.pastRounds : [...state.pastRounds, state.round]
  return all.filter(round => round.kind === 'pairing')
}

/** The cards that any of these people played in earlier rounds of the pairing that is being played. */
export function cardsOfThePairing(state: ClassState, people: readonly PersonId[]): readonly CardHash[] {
  const { round } = state
  if (round === null || round.kind !== 'pairing') return []
  const earlier = state.pastRounds.filter(past => past.kind === 'pairing' && past.pairing === round.pairing)
  return earlier.flatMap(past =>
    past.rooms.filter(room => room.took.some(person => people.includes(person))).map(room => room.card),
  )
}

/**
 * What the planner needs to know of earlier rounds: who played in each room, also if they have left since. A seat that
 * nobody held is `''`, a person whom the planner does not meet. Whoever played in two rooms of a round counts in the one
 * where they sit now, else in the last, so that nobody sits twice.
 */
export function pastOf(state: ClassState, rounds = roundsPlayed(state)): PastRound[] {
  return rounds.map(({ pairing, rooms }) => {
    const countsIn = new Map<PersonId, RoomId>()
    for (const room of rooms) for (const person of sitting(castOf(room))) countsIn.set(person, room.id)
    for (const room of rooms) {
      for (const person of sitting(room.seats)) {
        if (sitting(castOf(room)).includes(person)) countsIn.set(person, room.id)
      }
    }
    return {
      pairing,
      rooms: rooms.flatMap(room => pastRoom(room, person => countsIn.get(person) === room.id)),
    }
  })
}

function pastRoom(room: Room, counts: (person: PersonId) => boolean): PastRoom[] {
  const cast = castOf(room)
  const [customer, officer] = [cast.customer, cast.officer].map(player =>
    player !== null && counts(player) ? player : '',
  )
  const observers = cast.observers.filter(counts)
  const somebody = customer !== '' || officer !== '' || observers.length > 0
  return somebody ? [{ customer: customer ?? '', officer: officer ?? '', observers, card: room.card }] : []
}
