import type { CommandOf, Envelope } from '../command.ts'
import type { Happening } from '../event.ts'
import { personOf, roomOf, seatOf, sitting, trainees } from '../find.ts'
import type { CardHash, PersonId } from '../ids.ts'
import { chooseCard } from '../planner/choose-card.ts'
import { type LatePlace, placeLate } from '../planner/late-joiner.ts'
import { refuse } from '../refusal.ts'
import type { Room, Seat } from '../room.ts'
import type { ClassState, Person } from '../state.ts'
import { type Decision, gone } from './decision.ts'
import { dealNamed } from './deck.ts'
import { inRoom } from './in-room.ts'
import { openFor } from './open-room.ts'
import { briefingEndsAt, cardsOfThePairing, seenIn } from './plan.ts'
import { settle } from './settle.ts'

/** Takes somebody to a free seat: the one that was named, or the best that there is. */
export function seatPerson(state: ClassState, command: CommandOf<'SeatPerson'>): Decision {
  const person = personOf(state, command.data.person)
  if (person === undefined) return gone('That person')
  if (person.standing === 'set-aside') return refuse('gone', 'They are set aside. Bring them back first.')
  if (person.standing !== 'present') return refuse('gone', 'They were removed from the class.')
  const { room: named, seat: wanted } = command.data
  const best = named === undefined ? bestPlace(state, person, wanted) : undefined
  if (best?.in === 'new-pair') return openFor(state, command, best.with, person.id)
  const room = best === undefined ? roomOf(state, named ?? null) : roomsFor(state, person)[best.index]
  if (room === undefined) return refuse('gone', 'There is no open room to sit in.')
  if (room.phase.name === 'done') return refuse('wrong-phase', 'That room is done.')
  const seat = wanted ?? freeSeat(room)
  if (seatOf(room.seats, person.id) === seat) return refuse('taken', 'They already sit there.')
  const holder = seat === 'observer' ? null : room.seats[seat]
  if (holder !== null) {
    if (command.data.instead !== holder) {
      return refuse('taken', `Somebody already plays the ${seat} there. Swap them instead.`)
    }
    if (!room.away.includes(holder)) return refuse('taken', 'They are back and play on.')
    return settle(state, command, standIn(room, person.id, holder), [room.id, person.room])
  }
  const seated: Happening = { type: 'PersonSeated', data: { room: room.id, person: person.id, seat } }
  return settle(state, command, [seated], [room.id, person.room])
}

/** Somebody plays on for a player who is away (D11); who was away stays in the room and observes. */
export function standIn(room: Room, person: PersonId, holder: PersonId): readonly Happening[] {
  const seat = seatOf(room.seats, holder) ?? 'observer'
  const seated = (who: PersonId, where: Seat): Happening => ({
    type: 'PersonSeated',
    data: { room: room.id, person: who, seat: where },
  })
  return [seated(holder, 'observer'), seated(person, seat)]
}

const freeSeat = (room: Room): Seat =>
  room.seats.customer === null ? 'customer' : room.seats.officer === null ? 'officer' : 'observer'

const openRooms = (state: ClassState): readonly Room[] =>
  state.round?.rooms.filter(room => room.phase.name !== 'done' && room.phase.name !== 'stopped') ?? []

/** Who is moved to the best place is not moved within their own room. */
const roomsFor = (state: ClassState, person: Person): readonly Room[] =>
  openRooms(state).filter(room => room.id !== person.room)

/** Where somebody without a seat goes best (P6); who sits already and is only moved gets no new room. */
function bestPlace(state: ClassState, person: Person, wanted: Seat | undefined): LatePlace | undefined {
  const rooms = roomsFor(state, person)
  const waiting = trainees(state).filter(other => other.room === null && other.id !== person.id)
  const newcomer = person.room === null && person.role === 'trainee'
  const { round } = state
  const early =
    state.settings.pace === 'class'
      ? round?.step === 'briefing'
      : rooms.some(({ phase }) => phase.name === 'briefing' || phase.name === 'scene')
  return placeLate({
    rooms: rooms.map(({ seats }) => ({
      people: sitting(seats).length,
      lacksPlayer: seats.customer === null || seats.officer === null,
    })),
    waiting: waiting.map(other => other.id),
    early: early && rooms.length > 0 && round?.kind === 'pairing' && wanted === undefined && newcomer,
  })
}

export function swapSeats(state: ClassState, command: CommandOf<'SwapSeats'>): Decision {
  const a = personOf(state, command.data.a)
  const b = personOf(state, command.data.b)
  const roomOfA = roomOf(state, a?.room ?? null)
  const roomOfB = roomOf(state, b?.room ?? null)
  if (a === undefined || b === undefined || a === b)
    return refuse('invalid', 'A swap needs two different people.')
  if (roomOfA === undefined || roomOfB === undefined)
    return refuse('gone', 'Both must sit in a room of this round.')
  if (roomOfA.phase.name === 'done' || roomOfB.phase.name === 'done') {
    return refuse('wrong-phase', 'One of these rooms is done.')
  }
  const swapped: Happening = { type: 'SeatsSwapped', data: { a: a.id, b: b.id } }
  return settle(state, command, [swapped], [roomOfA.id, roomOfB.id])
}

/** "Another card, please": nobody is asked why, and the instructor alone sees that it was asked for. */
export function askAnotherCard(state: ClassState, command: CommandOf<'AskAnotherCard'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room } = here
  const { customer, officer, observers } = room.seats
  const request = {
    // Nobody in the seat has seen nothing.
    customer: customer ?? '',
    officer: officer ?? '',
    observers,
    cards: state.deck,
    seen: seenIn(state),
    seed: command.chance,
  }
  const had = cardsOfThePairing(state, sitting(room.seats))
  const fresh = chooseCard({ ...request, not: [room.card, ...had] })
  const any = chooseCard({ ...request, not: [room.card] })
  // Better a card that they had in this pairing than one whose customer brief the officer has seen (P7).
  const spoilt = !fresh.ok || (fresh.why === 'least-seen' && any.ok && any.why !== 'least-seen')
  const chosen = spoilt ? any : fresh
  if (!chosen.ok) return refuse('limit', 'This class has no other card. Ask your instructor.')
  return giveCard(state, command, room, chosen.card, 'asked')
}

export function changeCard(state: ClassState, command: CommandOf<'ChangeCard'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { card } = command.data
  const dealt = dealNamed(state, command, [card])
  if (!dealt.ok) return dealt
  if (card === here.room.card) return refuse('taken', 'This room already has that card.')
  return giveCard(state, command, here.room, card, 'chosen', dealt.renewed)
}

function giveCard(
  state: ClassState,
  command: Envelope,
  room: Room,
  hash: CardHash,
  why: string,
  renewed: readonly Happening[] = [],
): Decision {
  const card = state.cards[hash] ?? command.library(hash)
  if (card === undefined) return refuse('gone', 'That card is no longer in the playbook.')
  const brought: readonly Happening[] = state.cards[hash]
    ? []
    : [{ type: 'CardBrought', data: { hash, card } }]
  const endsAt = briefingEndsAt(state, sitting(room.seats), command.at)
  const changed: Happening = { type: 'CardChanged', data: { room: room.id, card: hash, why, endsAt } }
  return settle(state, command, [...renewed, ...brought, changed], [])
}
