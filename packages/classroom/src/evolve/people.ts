import type { EventOf } from '../event.ts'
import { personOf } from '../find.ts'
import { assertNever } from '../never.ts'
import type { ClassState } from '../state.ts'
import { changePerson, changeRoom } from './change.ts'
import { leaveSeat } from './seats.ts'
import { unshared } from './worked.ts'

type PeopleEvent =
  | EventOf<'PersonJoined'>
  | EventOf<'PersonNamed'>
  | EventOf<'PersonSetAside'>
  | EventOf<'PersonBroughtBack'>
  | EventOf<'PersonRemoved'>
  | EventOf<'ReadingSet'>
  | EventOf<'PaperHeld'>
  | EventOf<'HelpCalled'>
  | EventOf<'HelpEnded'>

export function evolvePeople(state: ClassState, event: PeopleEvent): ClassState {
  const { person } = event.data
  switch (event.type) {
    case 'PersonJoined':
      return {
        ...state,
        people: [
          ...state.people,
          {
            id: person,
            role: event.data.role,
            nameVersion: 0,
            standing: 'present',
            joinedAt: event.at,
            paper: false,
            reading: 1,
            room: null,
            seen: [],
          },
        ],
      }
    case 'PersonNamed': {
      const { nameVersion } = event.data
      return changePerson(state, person, known => ({ ...known, nameVersion }))
    }
    case 'PersonSetAside':
      return changePerson(without(state, person), person, known => ({ ...known, standing: 'set-aside' }))
    case 'PersonBroughtBack': {
      const standing = personOf(state, person)?.standing
      // What they shared went with them; it is theirs to share again.
      const before = standing === 'set-aside' ? state : { ...state, worked: unshared(state.worked, person) }
      return changePerson(before, person, known => ({ ...known, standing: 'present' }))
    }
    case 'PersonRemoved': {
      const standing = event.data.blocked ? 'blocked' : 'removed'
      return changePerson(without(state, person), person, known => ({ ...known, standing }))
    }
    case 'ReadingSet': {
      const { factor } = event.data
      return changePerson(state, person, known => ({ ...known, reading: factor }))
    }
    case 'PaperHeld': {
      const { on } = event.data
      return changePerson(state, person, known => ({ ...known, paper: on }))
    }
    case 'HelpCalled':
      return { ...state, help: [...state.help, { person, at: event.at }] }
    case 'HelpEnded':
      return { ...state, help: state.help.filter(call => call.person !== person) }
    default:
      return assertNever(event)
  }
}

/** Out of their seat, and no longer calling for help. */
function without(state: ClassState, person: string): ClassState {
  const room = state.people.find(known => known.id === person)?.room ?? null
  const freed = room === null ? state : changeRoom(state, room, known => leaveSeat(known, person))
  return changePerson(
    { ...freed, help: freed.help.filter(call => call.person !== person) },
    person,
    known => ({ ...known, room: null }),
  )
}
