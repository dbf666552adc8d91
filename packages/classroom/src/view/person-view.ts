import { personOf, roomOf, seatOf } from '../find.ts'
import type { PersonId, RoomId } from '../ids.ts'
import type { ClassState, Person } from '../state.ts'
import { cardOf, roomView } from './room-view.ts'
import type { ClassHead, Me, PersonView, WatchView } from './view.ts'
import { ownWords, pickedLines } from './worked-lines.ts'

export function personView(state: ClassState, id: PersonId): PersonView {
  const person = personOf(state, id)
  if (person === undefined) throw new Error(`${id} is not in the class`)
  const me = meOf(state, person)
  if (person.standing === 'removed' || person.standing === 'blocked') {
    return { kind: 'person', me, class: null, room: null, worked: [] }
  }
  const room = roomOf(state, person.room)
  const seat = room && seatOf(room.seats, id)
  return {
    kind: 'person',
    me,
    class: classHead(state),
    room: room && seat ? roomView(state, room, { person: id, seat }) : null,
    worked: pickedLines(state),
  }
}

function meOf(state: ClassState, person: Person): Me {
  const { id, role, standing, paper, reading } = person
  const out = standing === 'removed' || standing === 'blocked'
  return {
    person: id,
    role,
    standing,
    paper,
    reading,
    help: state.help.some(call => call.person === id),
    takeAlong: out ? null : (state.takeAlongs[id] ?? null),
    shared: out ? [] : ownWords(state, id),
  }
}

export function classHead(state: ClassState): ClassHead {
  const { kind, medium, pace } = state.settings
  const { round, announced } = state
  return {
    title: state.title,
    ...(state.simulated === true && { simulated: true }),
    kind,
    language: state.language,
    medium,
    pace,
    status: state.status === 'closed' ? 'closed' : 'open',
    round: round && { number: round.number, kind: round.kind, step: round.step },
    announced: announced && { text: announced.text, at: announced.at },
  }
}

/** What an instructor sees who looks into a room, with what they may still drop in. */
export function watchView(state: ClassState, id: RoomId, person: PersonId): WatchView {
  const room = roomOf(state, id)
  if (room === undefined) return { kind: 'watch', language: state.language, room: null }
  const card = cardOf(state, room)
  const looker = { person, seat: 'instructor' } as const
  return {
    kind: 'watch',
    language: state.language,
    room: { ...roomView(state, room, looker), twists: card.twists, answers: card.officer.calls },
  }
}
