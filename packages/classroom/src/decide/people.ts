import type { CommandOf } from '../command.ts'
import type { Happening } from '../event.ts'
import { personOf, roomOf, sitting } from '../find.ts'
import { refuse } from '../refusal.ts'
import type { ClassState, ReadingFactor } from '../state.ts'
import { planWithout } from './arrange.ts'
import { already, type Decision, gone, happen } from './decision.ts'
import { byPolicy } from './dropout.ts'
import { full, isFull } from './opening.ts'
import { settle } from './settle.ts'

export function setReading(state: ClassState, command: CommandOf<'SetReading'>): Decision {
  const { factor } = command.data
  const person = personOf(state, command.actor)
  if (person === undefined || person.reading === factor) return already
  const set: Happening = { type: 'ReadingSet', data: { person: person.id, factor } }
  const room = roomOf(state, person.room)
  if (room?.phase.name !== 'briefing') return happen(set)
  // Whoever reads longest sets the room's time; nobody loses time that they were promised.
  const others = sitting(room.seats).filter(id => id !== person.id)
  const before = Math.max(person.reading, longestReading(state, others))
  const after = Math.max(factor, longestReading(state, others))
  const by = Math.round((after - before) * state.settings.times.briefing)
  return by > 0 ? happen(set, { type: 'TimeAdded', data: { room: room.id, by } }) : happen(set)
}

/** The longest reading time that any of these people asked for. */
export function longestReading(state: ClassState, people: readonly string[]): ReadingFactor {
  const factors = people.map(id => personOf(state, id)?.reading ?? 1)
  return ([2, 1.5] as const).find(factor => factors.includes(factor)) ?? 1
}

export function callHelp(state: ClassState, command: CommandOf<'CallHelp'>): Decision {
  if (state.help.some(call => call.person === command.actor)) return already
  return happen({ type: 'HelpCalled', data: { person: command.actor } })
}

export function endHelp(state: ClassState, command: CommandOf<'EndHelp'>): Decision {
  const { person } = command.data
  if (person !== command.actor && personOf(state, command.actor)?.role !== 'instructor') {
    return refuse('not-allowed', 'Only whoever called for help or an instructor can end the call.')
  }
  const calling = state.help.some(call => call.person === person)
  return calling ? happen({ type: 'HelpEnded', data: { person } }) : already
}

export function holdOnPaper(state: ClassState, command: CommandOf<'HoldOnPaper'>): Decision {
  const { person: id, on } = command.data
  if (id !== command.actor && personOf(state, command.actor)?.role !== 'instructor') {
    return refuse('not-allowed', 'Only you or an instructor can put your seat on paper.')
  }
  const person = personOf(state, id)
  if (person === undefined) return gone('That person')
  if (person.paper === on) return already
  return settle(state, command, [{ type: 'PaperHeld', data: { person: id, on } }], [person.room])
}

export function setAside(state: ClassState, command: CommandOf<'SetAside'>): Decision {
  const person = personOf(state, command.data.person)
  if (person === undefined) return gone('That person')
  if (person.standing !== 'present') return already
  const aside: Happening = { type: 'PersonSetAside', data: { person: person.id } }
  return settle(state, command, [aside, ...planWithout(state, person.id)], [person.room])
}

export function bringBack(state: ClassState, command: CommandOf<'BringBack'>): Decision {
  const person = personOf(state, command.data.person)
  if (person === undefined) return gone('That person')
  if (person.standing === 'present') return already
  if (person.into !== undefined)
    return refuse('gone', 'They were made one person with somebody else. Take that back instead.')
  if (person.standing !== 'set-aside' && isFull(state)) return full
  return happen({ type: 'PersonBroughtBack', data: { person: person.id } })
}

export function removePerson(state: ClassState, command: CommandOf<'RemovePerson'>): Decision {
  const person = personOf(state, command.data.person)
  if (person === undefined) return gone('That person')
  if (person.role === 'instructor') return refuse('not-allowed', 'An instructor can’t be removed.')
  if (person.into !== undefined)
    return refuse('gone', 'They were made one person with somebody else. Remove that one instead.')
  const { block } = command.data
  if (person.standing === 'blocked' || (person.standing === 'removed' && !block)) return already
  const removed: Happening = { type: 'PersonRemoved', data: { person: person.id, blocked: block } }
  return settle(state, command, [removed, ...planWithout(state, person.id)], [person.room])
}

/** Journaled only where an absence matters: a spoken scene in the same room never depends on a device. */
export function noteAway(state: ClassState, command: CommandOf<'NoteAway'>): Decision {
  const person = personOf(state, command.data.person)
  const room = roomOf(state, person?.room ?? null)
  if (person === undefined || room === undefined || !absenceMatters(state)) return already
  if (room.phase.name === 'done' || person.paper || room.away.includes(person.id)) return already
  const left: Happening = { type: 'PersonAway', data: { room: room.id, person: person.id } }
  return settle(state, command, [left, ...byPolicy(state, command, room, person.id)], [room.id])
}

export function noteBack(state: ClassState, command: CommandOf<'NoteBack'>): Decision {
  const person = personOf(state, command.data.person)
  const room = roomOf(state, person?.room ?? null)
  if (person === undefined || room === undefined || !room.away.includes(person.id)) return already
  return settle(
    state,
    command,
    [{ type: 'PersonBack', data: { room: room.id, person: person.id } }],
    [room.id],
  )
}

const absenceMatters = (state: ClassState) =>
  state.settings.medium === 'typed' || state.settings.pace === 'room'
