import type { CommandOf } from '../command.ts'
import type { Happening } from '../event.ts'
import { personOf, roomOf, seatOf, sitting } from '../find.ts'
import type { PersonId } from '../ids.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Seats } from '../room.ts'
import type { ClassState, Person } from '../state.ts'
import { planWithout } from './arrange.ts'
import { already, type Decision, gone } from './decision.ts'
import { settle } from './settle.ts'

/**
 * Somebody who came in twice is made one person. Their seats of this round: the one that stays keeps theirs; if they have
 * none that still plays, they get the other's.
 */
export function mergePeople(state: ClassState, command: CommandOf<'MergePeople'>): Decision {
  const from = personOf(state, command.data.from)
  const into = personOf(state, command.data.into)
  if (from === undefined || into === undefined) return gone('That person')
  if (from === into) return refuse('invalid', 'That is one person already. Pick two entries.')
  if (from.into === into.id) return already
  const refused = notOne(state, from, into)
  if (refused !== undefined) return refused
  const merged: Happening = { type: 'PeopleMerged', data: { from: from.id, into: into.id } }
  const events = [merged, ...planAsOne(state, from.id, into.id), ...seatOfTheOther(state, from, into)]
  return settle(state, command, events, [from.room, into.room])
}

function notOne(state: ClassState, from: Person, into: Person): Refusal | undefined {
  if (from.role === 'instructor' || into.role === 'instructor')
    return refuse('not-allowed', 'An instructor can’t be made one person with somebody else.')
  const out = [from, into].some(({ standing }) => standing === 'removed' || standing === 'blocked')
  if (out) return refuse('gone', 'One of them is no longer in the class.')
  if (into.standing === 'set-aside')
    return refuse('gone', 'The one who stays is set aside. Bring them back first.')
  // What each saw and said of the other can't become one person's.
  for (const { number, rooms } of [...(state.round === null ? [] : [state.round]), ...state.pastRounds]) {
    const both = rooms.find(({ took }) => took.includes(from.id) && took.includes(into.id))
    if (both !== undefined)
      return refuse(
        'taken',
        `Both had a seat at spot ${both.spot} in round ${number}. One person can’t have been there twice.`,
      )
  }
  return undefined
}

function seatOfTheOther(state: ClassState, from: Person, into: Person): readonly Happening[] {
  const theirs = roomOf(state, from.room)
  const seat = theirs && seatOf(theirs.seats, from.id)
  if (theirs === undefined || seat === undefined) return []
  const own = roomOf(state, into.room)
  const keeps = own !== undefined && (own.phase.name !== 'done' || theirs.phase.name === 'done')
  return keeps ? [] : [{ type: 'PersonSeated', data: { room: theirs.id, person: into.id, seat } }]
}

function planAsOne(state: ClassState, from: PersonId, into: PersonId): readonly Happening[] {
  const { plan } = state
  if (plan === null || !plan.rooms.some(({ seats }) => sitting(seats).includes(from))) return []
  if (plan.rooms.some(({ seats }) => sitting(seats).includes(into))) return planWithout(state, from)
  const who = (id: PersonId) => (id === from ? into : id)
  const seatsFor = ({ customer, officer, observers }: Seats): Seats => ({
    customer: customer && who(customer),
    officer: officer && who(officer),
    observers: observers.map(who),
  })
  const rooms = plan.rooms.map(room => ({ ...room, seats: seatsFor(room.seats) }))
  return [{ type: 'RoundPlanned', data: { plan: { ...plan, rooms } } }]
}

/** Only the last merge, and only while nothing happened since that is the two's as one. */
export function undoMerge(state: ClassState, command: CommandOf<'UndoMerge'>): Decision {
  const person = personOf(state, command.data.person)
  if (person === undefined) return gone('That person')
  if (person.into === undefined) return already
  const { lastMerge } = state
  if (lastMerge?.from !== person.id)
    return refuse('moved-on', 'Too much happened since. They can’t be told apart any more.')
  const { from, into } = lastMerge
  return settle(
    state,
    command,
    [{ type: 'MergeUndone', data: { from, into } }],
    [roomOf(state, personOf(state, into)?.room ?? null)?.id ?? null],
  )
}
