import type { ClassEvent } from '../event.ts'
import { roomOf, sitting } from '../find.ts'
import { type PersonId, type RoomId, SERVER } from '../ids.ts'
import type { Line, Room } from '../room.ts'
import type { ClassState } from '../state.ts'
import { saidKey } from '../worked-words.ts'
import { changes } from './changes.ts'
import { same } from './same.ts'
import { seesMoment, seesTemperature } from './sees.ts'
import type { ViewEvent } from './view-event.ts'
import { viewOf } from './view-of.ts'
import { CONSOLE, PROJECTOR, type Viewer } from './viewer.ts'
import { isHeardOf } from './worked-lines.ts'

/** Viewers to whom one event means the same. */
export interface Audience {
  readonly viewers: readonly Viewer[]
  readonly events: readonly ViewEvent[]
}

/**
 * Who gets which view events for one event, viewers with identical ones merged so that each is encoded once. The law:
 * folding a viewer's view events gives `viewOf(viewer, after)`.
 *
 * `watching`: the instructors' looks into rooms that somebody has open. People, the console and the projector are
 * always considered, so that whoever was away finds what they missed.
 */
export function audiences(
  event: ClassEvent,
  before: ClassState,
  after: ClassState,
  watching: readonly Viewer[],
): readonly Audience[] {
  const quick = inTheScene(event, before, after, watching)
  if (quick !== undefined) return quick
  const merged = new Map<string, { viewers: Viewer[]; events: readonly ViewEvent[] }>()
  for (const viewer of concerned(event, before, after, watching)) {
    const events = changesFor(viewer, event, before, after)
    if (events.length === 0) continue
    const key = JSON.stringify(events)
    const known = merged.get(key)
    if (known) known.viewers.push(viewer)
    else merged.set(key, { viewers: [viewer], events })
  }
  return [...merged.values()]
}

/** A person who has just joined has no view before; theirs begins whole. */
function changesFor(
  viewer: Viewer,
  event: ClassEvent,
  before: ClassState,
  after: ClassState,
): readonly ViewEvent[] {
  if (
    before.status === 'unopened' ||
    (viewer.kind === 'person' && before.people.length < after.people.length)
  ) {
    const known = viewer.kind !== 'person' || before.people.some(person => person.id === viewer.person)
    if (before.status === 'unopened' || !known) return [{ op: 'view', view: viewOf(viewer, after) }]
  }
  const [was, is] = [viewOf(viewer, before), viewOf(viewer, after)]
  // Another name stands anywhere in what was only ever added to.
  if (event.type === 'PeopleMerged' || event.type === 'MergeUndone')
    return same(was, is) ? [] : [{ op: 'view', view: is }]
  return changes(was, is)
}

/** The room that an event is about. */
export function roomOfEvent(event: ClassEvent): RoomId | null {
  return 'room' in event.data ? event.data.room : null
}

/** Everybody whose view an event could change; comparing their views tells whether it does. */
function concerned(
  event: ClassEvent,
  before: ClassState,
  after: ClassState,
  watching: readonly Viewer[],
): readonly Viewer[] {
  const people = concernedPeople(event, before, after)
  const persons = people.map((person): Viewer => ({ kind: 'person', person }))
  const rooms = concernedRooms(event, before, after, people)
  const looks = watching.filter(
    viewer => viewer.kind === 'watch' && (rooms === 'all' || rooms.has(viewer.room)),
  )
  return [...persons, ...looks, CONSOLE, PROJECTOR]
}

function concernedPeople(event: ClassEvent, before: ClassState, after: ClassState): readonly PersonId[] {
  switch (event.type) {
    case 'ClassOpened':
    case 'RubricBrought':
    case 'CardBrought':
    case 'DeckRenewed':
    case 'ClassLocked':
    case 'RoundPlanned':
    case 'DebriefProjected':
    case 'TakeAlongsShown':
    case 'LinesShown':
      return []
    case 'LineShared':
      // Only picked words are in anybody else's view.
      if (before.worked.picked.includes(saidKey(event.data))) return everybody(after)
      return event.actor === SERVER ? [] : [event.actor]
    case 'LinePicked':
      return everybody(after)
    case 'TakenAlong':
      return event.actor === SERVER ? [] : [event.actor]
    case 'SettingsChanged':
    case 'Announced':
    case 'PeopleMerged':
    case 'MergeUndone':
    case 'ClassClosed':
    case 'ClocksShifted':
    case 'RoundStarted':
    case 'RoundStepped':
      return everybody(after)
    case 'SeatsSwapped': {
      const rooms = [event.data.a, event.data.b].flatMap(person => roomMates(before, person))
      return [...new Set(rooms)]
    }
    case 'HelpCalled':
    case 'HelpEnded':
    case 'ReadingSet':
    case 'PersonJoined':
    case 'PersonNamed':
      return [event.data.person]
    case 'PaperHeld':
    case 'PersonSetAside':
    case 'PersonBroughtBack':
    case 'PersonRemoved':
      if (event.type === 'PersonRemoved' && isHeardOf(before, event.data.person)) return everybody(after)
      return [...new Set([event.data.person, ...roomMates(before, event.data.person)])]
    case 'PersonSeated': {
      const { room, person } = event.data
      return [...new Set([person, ...roomMates(before, person), ...inRoom(after, room)])]
    }
    default:
      return [...new Set([...inRoom(before, event.data.room), ...inRoom(after, event.data.room)])]
  }
}

const everybody = ({ people }: ClassState): readonly PersonId[] => people.map(person => person.id)

function inRoom(state: ClassState, id: RoomId | null): readonly PersonId[] {
  const room = roomOf(state, id)
  return room === undefined ? [] : sitting(room.seats)
}

function roomMates(state: ClassState, person: PersonId): readonly PersonId[] {
  return inRoom(state, state.people.find(known => known.id === person)?.room ?? null)
}

function concernedRooms(
  event: ClassEvent,
  before: ClassState,
  after: ClassState,
  people: readonly PersonId[],
): 'all' | ReadonlySet<RoomId> {
  switch (event.type) {
    case 'SettingsChanged':
    case 'ClocksShifted':
    case 'RoundStarted':
    case 'PeopleMerged':
    case 'MergeUndone':
      return 'all'
    default: {
      const rooms = new Set<RoomId>()
      const own = roomOfEvent(event)
      if (own !== null) rooms.add(own)
      for (const id of people) {
        for (const state of [before, after]) {
          const room = state.people.find(person => person.id === id)?.room
          if (room) rooms.add(room)
        }
      }
      return rooms
    }
  }
}

/** The hot path: what is said, felt and marked in a running scene only ever adds to lists, so no view is built. */
function inTheScene(
  event: ClassEvent,
  before: ClassState,
  after: ClassState,
  watching: readonly Viewer[],
): readonly Audience[] | undefined {
  if (event.type !== 'LineSaid' && event.type !== 'TemperatureSet' && event.type !== 'MomentMarked')
    return undefined
  // The console offers to take a merge back until the one who stays does something.
  if (before.lastMerge !== after.lastMerge) return undefined
  const room = roomOf(after, event.data.room)
  if (room === undefined || roomOf(before, event.data.room)?.phase !== room.phase) return undefined
  if (after.round?.kind === 'fishbowl' && event.type === 'MomentMarked') return undefined
  // A retake of a projected debrief changes the projector's view too.
  if (after.projected === room.id) return undefined
  const index = room.scenes.findIndex(scene => scene.id === event.data.scene)
  const scene = room.scenes[index]
  if (scene === undefined) return undefined
  const add = (list: string, item: unknown): readonly ViewEvent[] => [
    { op: 'add', path: ['room', 'scenes', index, list], item },
  ]
  switch (event.type) {
    case 'LineSaid':
      return [
        {
          viewers: lookers(room, watching),
          events: add('lines', scene.lines.at(-1) satisfies Line | undefined),
        },
      ]
    case 'TemperatureSet': {
      const viewers = lookers(room, watching).filter(viewer => {
        const looker = lookerOf(viewer, room)
        return looker !== undefined && seesTemperature(looker, room, after.settings)
      })
      return [{ viewers, events: add('curve', scene.curve.at(-1)) }]
    }
    case 'MomentMarked': {
      const moment = scene.moments.at(-1)
      if (moment === undefined) return undefined
      const viewers = lookers(room, watching).filter(viewer => {
        const looker = lookerOf(viewer, room)
        return looker !== undefined && seesMoment(looker, room, moment)
      })
      return [{ viewers, events: add('moments', moment) }]
    }
  }
}

function lookers(room: Room, watching: readonly Viewer[]): Viewer[] {
  const seated = sitting(room.seats).map((person): Viewer => ({ kind: 'person', person }))
  return [...seated, ...watching.filter(viewer => viewer.kind === 'watch' && viewer.room === room.id)]
}

function lookerOf(viewer: Viewer, room: Room) {
  if (viewer.kind === 'watch') return { person: viewer.person, seat: 'instructor' } as const
  if (viewer.kind !== 'person') return undefined
  const { person } = viewer
  const seat =
    room.seats.customer === person ? 'customer' : room.seats.officer === person ? 'officer' : 'observer'
  return { person, seat } as const
}
