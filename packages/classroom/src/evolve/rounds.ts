import type { Temperature } from '@evenkeel/playbook'
import type { EventOf } from '../event.ts'
import { offsetAt, roomOf, seatOf, sitting } from '../find.ts'
import { type PersonId, sceneIdAt } from '../ids.ts'
import { assertNever } from '../never.ts'
import type { Fork, Phase, Room, Scene, Seat } from '../room.ts'
import type { ClassState } from '../state.ts'
import { Trail } from '../trail.ts'
import { addSeen, changePerson, changeRoom } from './change.ts'
import { leaveSeat, takeSeat } from './seats.ts'

type RoundsEvent =
  | EventOf<'RoundPlanned'>
  | EventOf<'RoundStarted'>
  | EventOf<'RoomOpened'>
  | EventOf<'RoundStepped'>
  | EventOf<'PersonSeated'>
  | EventOf<'SeatsSwapped'>
  | EventOf<'CardChanged'>
  | EventOf<'ClocksShifted'>

export function newScene(id: string, startLevel: Temperature, fork?: Fork): Scene {
  return {
    id,
    ...(fork && { fork }),
    lines: Trail.of(),
    curve: Trail.of([{ level: startLevel, offset: 0 }]),
    moments: [],
    momentCount: 0,
    twists: [],
    calls: [],
    played: 0,
    runningSince: null,
    stoodFrom: null,
  }
}

type Opening = EventOf<'RoundStarted'>['data']['rooms'][number]

function openRoom(state: ClassState, opening: Opening, focus: Room['focus']): Room {
  const { room: id, endsAt, ...given } = opening
  return {
    ...given,
    id,
    phase: { name: 'briefing', endsAt },
    scenes: [newScene(sceneIdAt(id, 0), startLevel(state, opening.card))],
    cast: null,
    took: sitting(opening.seats),
    ready: [],
    away: [],
    revealed: false,
    focus,
    ratings: [],
    finished: [],
    sharing: [],
    consents: [],
    whispers: [],
    asides: [],
    notes: [],
  }
}

const startLevel = (state: ClassState, card: string) => state.cards[card]?.customer.startTemperature ?? 5

/** Customer and observers read the customer's brief from the first second of the briefing. */
function readers(room: Pick<Room, 'seats'>): readonly PersonId[] {
  return sitting(room.seats).filter(person => person !== room.seats.officer)
}

function sit(state: ClassState, room: Room): ClassState {
  const seated = sitting(room.seats).reduce(
    (people, person) => changePerson(people, person, known => ({ ...known, room: room.id })),
    state,
  )
  return addSeen(seated, readers(room), room.card)
}

export function evolveRounds(state: ClassState, event: RoundsEvent): ClassState {
  switch (event.type) {
    case 'RoundPlanned':
      return { ...state, plan: event.data.plan }
    case 'RoundStarted': {
      const { rooms: openings, ...round } = event.data
      const rooms = openings.map(opening => openRoom(state, opening, round.focus))
      const started: ClassState = {
        ...state,
        people: state.people.map(person => ({ ...person, room: null })),
        plan: null,
        round: { ...round, step: 'briefing', rooms },
        pastRounds: state.round === null ? state.pastRounds : [...state.pastRounds, state.round],
        projected: null,
        announced: null,
        worked: { ...state.worked, shown: false },
      }
      return rooms.reduce(sit, started)
    }
    case 'RoomOpened': {
      if (state.round === null) return state
      const room = openRoom(state, event.data, state.round.focus)
      const opened = { ...state, round: { ...state.round, rooms: [...state.round.rooms, room] } }
      return sit(opened, room)
    }
    case 'RoundStepped':
      return state.round === null ? state : { ...state, round: { ...state.round, step: event.data.step } }
    case 'PersonSeated': {
      const { room, person, seat } = event.data
      return seatIn(unseat(state, person), room, person, seat)
    }
    case 'SeatsSwapped': {
      const { a, b } = event.data
      const placeOfA = placeOf(state, a)
      const placeOfB = placeOf(state, b)
      const freed = unseat(unseat(state, a), b)
      const half = placeOfB ? seatIn(freed, placeOfB.room, a, placeOfB.seat) : freed
      return placeOfA ? seatIn(half, placeOfA.room, b, placeOfA.seat) : half
    }
    case 'CardChanged': {
      const { card, why, endsAt } = event.data
      const changed = changeRoom(state, event.data.room, room => ({
        ...room,
        card,
        why,
        ready: [],
        phase: { name: 'briefing', endsAt },
        scenes: [newScene(sceneIdAt(room.id, 0), startLevel(state, card))],
      }))
      const room = roomOf(changed, event.data.room)
      return room === undefined ? changed : addSeen(changed, readers(room), card)
    }
    case 'ClocksShifted': {
      const { by } = event.data
      if (state.round === null) return state
      const rooms = state.round.rooms.map(room => shiftRoom(room, event.at, by))
      return { ...state, round: { ...state.round, rooms } }
    }
    default:
      return assertNever(event)
  }
}

function placeOf(state: ClassState, person: PersonId): { room: string; seat: Seat } | undefined {
  const room = roomOf(state, state.people.find(known => known.id === person)?.room ?? null)
  const seat = room && seatOf(room.seats, person)
  return room && seat ? { room: room.id, seat } : undefined
}

function unseat(state: ClassState, person: PersonId): ClassState {
  const place = placeOf(state, person)
  if (place === undefined) return state
  const left = changeRoom(state, place.room, room => leaveSeat(room, person))
  return changePerson(left, person, known => ({ ...known, room: null }))
}

function seatIn(state: ClassState, id: string, person: PersonId, seat: Seat): ClassState {
  const seated = changePerson(
    changeRoom(state, id, room => takeSeat(room, person, seat)),
    person,
    known => ({ ...known, room: id }),
  )
  const room = roomOf(seated, id)
  return room !== undefined && (seat !== 'officer' || room.revealed)
    ? addSeen(seated, [person], room.card)
    : seated
}

function shiftRoom(room: Room, at: number, by: number): Room {
  const scene = room.scenes.at(-1)
  const scenes =
    scene === undefined || scene.runningSince === null
      ? room.scenes
      : room.scenes.with(-1, { ...scene, ...afterGap(scene, scene.runningSince, at, by) })
  return { ...room, scenes, phase: shiftPhase(room.phase, by) }
}

/** The clock stood while the server was gone: a tap from before that, sent when it is back, keeps its place. */
function afterGap(scene: Scene, since: number, at: number, by: number): Partial<Scene> {
  const goneFrom = at - by
  return goneFrom <= since
    ? { runningSince: since + by }
    : { played: offsetAt(scene, goneFrom), stoodFrom: goneFrom, runningSince: at }
}

/** Only clocks that were running move; a held scene and a time-out stand anyway. */
function shiftPhase(phase: Phase, by: number): Phase {
  if (!('endsAt' in phase)) return phase
  const later = { ...phase, endsAt: phase.endsAt + by }
  return later.name === 'scene' ? { ...later, startsAt: later.startsAt + by } : later
}
