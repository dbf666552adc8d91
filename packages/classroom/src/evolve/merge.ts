import type { ClassEvent, EventOf } from '../event.ts'
import { personOf, roomOf, seatOf } from '../find.ts'
import { type PersonId, type RoomId, roomIdOf } from '../ids.ts'
import type { Phase, Room, Scene, Seats } from '../room.ts'
import type { ClassState, LastMerge, Person, ReadingFactor, Worked } from '../state.ts'
import { Trail } from '../trail.ts'
import { changePerson, changeRoom } from './change.ts'
import { leaveSeat, takeSeat } from './seats.ts'

type MergeEvent = EventOf<'PeopleMerged'> | EventOf<'MergeUndone'>
type Who = (id: PersonId) => PersonId

export function evolveMerge(state: ClassState, event: MergeEvent): ClassState {
  return event.type === 'PeopleMerged' ? asOne(state, event) : apart(state, event)
}

/**
 * Everything that `from` did is `into`'s from now on, in every round. `from` keeps no seat and is out of the class; where
 * they sat stays free unless the next event seats `into` there.
 */
function asOne(state: ClassState, event: EventOf<'PeopleMerged'>): ClassState {
  const { from, into } = event.data
  const went = state.people.find(person => person.id === from)
  const stays = state.people.find(person => person.id === into)
  if (went === undefined || stays === undefined) return state
  const who: Who = id => (id === from ? into : id)
  const left = unseated(state, went)
  const rooms = roomsOf(left).filter(room => room.took.includes(from))
  const { [from]: own, ...takeAlongs } = left.takeAlongs
  const moved = own !== undefined && takeAlongs[into] === undefined
  const lastMerge: LastMerge = {
    from,
    into,
    commandId: event.commandId,
    rooms: rooms.map(room => room.id),
    standing: went.standing,
    joinedAt: stays.joinedAt,
    reading: stays.reading,
    place: placeOf(state, stays),
    takeAlong: own === undefined ? null : { of: own, moved },
  }
  const renamed = inRooms(left, lastMerge.rooms, who)
  const gone = changePerson(renamed, from, person => ({
    ...person,
    standing: 'removed',
    room: null,
    into,
    since: event.seq,
  }))
  const one = changePerson(gone, into, person => ({
    ...person,
    joinedAt: Math.min(person.joinedAt, went.joinedAt),
    reading: longer(went.reading, person.reading),
    seen: [...new Set([...person.seen, ...went.seen])],
  }))
  return {
    ...one,
    help: helpOf(one, who),
    takeAlongs: moved ? { ...takeAlongs, [into]: own } : takeAlongs,
    lastMerge,
  }
}

/** Two again: what stands in the rooms where only `from` ever sat is theirs. What `into` has read both have read. */
function apart(state: ClassState, event: EventOf<'MergeUndone'>): ClassState {
  const { lastMerge, ...rest } = state
  if (lastMerge === undefined || lastMerge.from !== event.data.from) return state
  const { from, into, rooms, place, takeAlong } = lastMerge
  const back = inRooms(rest, rooms, id => (id === into ? from : id))
  const sat = rooms.find(id => {
    const room = roomOf(back, id)
    return room !== undefined && seatOf(room.seats, from) !== undefined
  })
  const one = personOf(state, into)
  const two = changePerson(
    changePerson(back, from, ({ into: _one, ...person }) => ({
      ...person,
      standing: lastMerge.standing,
      // A brief that was opened meanwhile was opened to whoever sits there now.
      seen: [...new Set([...person.seen, ...(one?.seen ?? [])])],
      room: sat ?? null,
      since: event.seq,
    })),
    into,
    person => ({
      ...person,
      joinedAt: lastMerge.joinedAt,
      reading: lastMerge.reading,
      room: sat === undefined ? person.room : null,
    }),
  )
  const seated =
    sat === undefined || place === null
      ? two
      : changePerson(
          changeRoom(two, place.room, room => takeSeat(room, into, place.seat)),
          into,
          person => ({ ...person, room: place.room }),
        )
  if (takeAlong === null) return seated
  const { [into]: carried, ...others } = seated.takeAlongs
  // What they wrote since is theirs.
  const written = carried !== undefined && !(takeAlong.moved && carried === takeAlong.of)
  const kept = written ? { ...others, [into]: carried } : others
  return { ...seated, takeAlongs: { ...kept, [from]: takeAlong.of } }
}

/** After this the two are not told apart any more: the console shows something that the one who stays did, or was given. */
export function withoutOldMerge(state: ClassState, event: ClassEvent): ClassState {
  const { lastMerge } = state
  if (lastMerge === undefined || lastMerge.commandId === event.commandId || !isTheirs(lastMerge, event))
    return state
  const { lastMerge: _told, ...rest } = state
  return rest
}

/**
 * What no console shows of a person does not count: else the console would tell by the way back that a note was written. On
 * the way back it goes with the room that it stands in.
 */
const UNSEEN: ReadonlySet<ClassEvent['type']> = new Set<ClassEvent['type']>([
  'NoteWritten',
  'TakenAlong',
  'LineShared',
  'RatingSaved',
  'RatingsShared',
  'ProjectionConsented',
  'Conferred',
  'CurveCorrected',
  'MomentNamed',
  'CallMade',
])

function isTheirs({ into }: LastMerge, event: ClassEvent): boolean {
  if (event.actor === into) return !UNSEEN.has(event.type)
  switch (event.type) {
    case 'RoundStarted':
    case 'ClassClosed':
      return true
    // A device that comes and goes is nobody's doing.
    case 'PersonAway':
    case 'PersonBack':
    case 'PersonNamed':
      return false
    case 'SeatsSwapped':
      return event.data.a === into || event.data.b === into
    default:
      return 'person' in event.data && event.data.person === into
  }
}

/** Nobody loses reading time that they asked for. */
const longer = (a: ReadingFactor, b: ReadingFactor): ReadingFactor => (a >= b ? a : b)

function placeOf(state: ClassState, { id, room: sits }: Person): LastMerge['place'] {
  const room = roomOf(state, sits)
  const seat = room && seatOf(room.seats, id)
  return room && seat ? { room: room.id, seat } : null
}

function unseated(state: ClassState, person: Person): ClassState {
  return person.room === null ? state : changeRoom(state, person.room, room => leaveSeat(room, person.id))
}

const roomsOf = ({ round, pastRounds }: ClassState): readonly Room[] =>
  [...pastRounds, ...(round === null ? [] : [round])].flatMap(each => each.rooms)

function helpOf({ help }: ClassState, who: Who): ClassState['help'] {
  const calls = new Map(help.map(call => [who(call.person), { ...call, person: who(call.person) }] as const))
  return [...calls.values()]
}

/** Everybody by another name, in these rooms and in what was shared of them. */
function inRooms(state: ClassState, rooms: readonly RoomId[], who: Who): ClassState {
  const named = new Set(rooms)
  const renamed = <R extends { readonly rooms: readonly Room[] }>(round: R): R =>
    round.rooms.some(room => named.has(room.id))
      ? { ...round, rooms: round.rooms.map(room => (named.has(room.id) ? roomFor(room, who) : room)) }
      : round
  return {
    ...state,
    round: state.round === null ? null : renamed(state.round),
    pastRounds: state.pastRounds.map(renamed),
    worked: workedFor(state.worked, named, who),
  }
}

function workedFor(worked: Worked, rooms: ReadonlySet<RoomId>, who: Who): Worked {
  const shared = Object.fromEntries(
    Object.entries(worked.shared).map(([key, said]) => [
      key,
      rooms.has(roomIdOf(said.scene)) ? { ...said, by: said.by.map(who) } : said,
    ]),
  )
  return { ...worked, shared }
}

/** Every field of a room that names people. */
function roomFor(room: Room, who: Who): Room {
  return {
    ...room,
    seats: seatsFor(room.seats, who),
    cast: room.cast && seatsFor(room.cast, who),
    took: room.took.map(who),
    phase: phaseFor(room.phase, who),
    scenes: room.scenes.map(scene => sceneFor(scene, who)),
    ready: room.ready.map(who),
    away: room.away.map(who),
    ratings: room.ratings.map(rating => ({
      ...rating,
      by: who(rating.by),
      about: rating.about && who(rating.about),
    })),
    finished: room.finished.map(who),
    sharing: room.sharing.map(who),
    consents: room.consents.map(who),
    whispers: room.whispers.map(whisper => ({ ...whisper, to: who(whisper.to) })),
    asides: room.asides.map(aside => ({ ...aside, by: who(aside.by), among: aside.among.map(who) })),
    notes: room.notes.map(note => ({ ...note, by: who(note.by) })),
  }
}

const seatsFor = ({ customer, officer, observers }: Seats, who: Who): Seats => ({
  customer: customer && who(customer),
  officer: officer && who(officer),
  observers: observers.map(who),
})

function phaseFor(phase: Phase, who: Who): Phase {
  if (phase.name === 'time-out') return { ...phase, calledBy: who(phase.calledBy) }
  return phase.name === 'stopped' ? { ...phase, by: who(phase.by) } : phase
}

const sceneFor = (scene: Scene, who: Who): Scene => ({
  ...scene,
  lines: Trail.of(scene.lines.toArray().map(line => ({ ...line, by: who(line.by) }))),
  moments: scene.moments.map(moment => ({ ...moment, by: who(moment.by) })),
})
