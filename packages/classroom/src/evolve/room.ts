import type { EventOf } from '../event.ts'
import { castOf, offsetAt, roomOf, sitting } from '../find.ts'
import { assertNever } from '../never.ts'
import type { Conferred, Phase, Room } from '../room.ts'
import type { ClassState } from '../state.ts'
import { addSeen, changeCurrentScene, changeRoom } from './change.ts'
import { newScene } from './rounds.ts'

type RoomEvent =
  | EventOf<'PersonReady'>
  | EventOf<'PhaseEntered'>
  | EventOf<'TimeOutCalled'>
  | EventOf<'TimeOutEnded'>
  | EventOf<'SceneHeld'>
  | EventOf<'SceneResumed'>
  | EventOf<'TimeAdded'>
  | EventOf<'PersonAway'>
  | EventOf<'PersonBack'>
  | EventOf<'RetakeStarted'>
  | EventOf<'Whispered'>
  | EventOf<'Conferred'>
  | EventOf<'RatingSaved'>
  | EventOf<'RatingFinished'>
  | EventOf<'RatingsShared'>
  | EventOf<'ProjectionConsented'>
  | EventOf<'NoteWritten'>

export function evolveRoom(state: ClassState, event: RoomEvent): ClassState {
  const changed = changeRoom(state, event.data.room, room => after(room, event, state))
  if (event.type !== 'PhaseEntered' || event.data.phase !== 'debrief') return changed
  const room = roomOf(changed, event.data.room)
  return room === undefined ? changed : addSeen(changed, sitting(room.seats), room.card)
}

function after(room: Room, event: RoomEvent, state: ClassState): Room {
  switch (event.type) {
    case 'PersonReady':
      return { ...room, ready: withPerson(room.ready, event.data.person) }
    case 'PhaseEntered':
      return enterPhase(room, event)
    case 'TimeOutCalled': {
      const of = room.phase.name === 'retake' ? 'retake' : 'scene'
      const { remaining } = event.data
      return {
        ...stopClock(room, event.at),
        phase: { name: 'time-out', of, calledBy: event.actor, remaining },
      }
    }
    case 'TimeOutEnded': {
      const { endsAt } = event.data
      const retake = room.phase.name === 'time-out' && room.phase.of === 'retake'
      const phase: Phase = retake ? { name: 'retake', endsAt } : { name: 'scene', startsAt: event.at, endsAt }
      return { ...startClock(room, event.at), phase }
    }
    case 'SceneHeld':
      return {
        ...stopClock(room, event.at),
        phase: { name: 'scene', held: true, remaining: event.data.remaining },
      }
    case 'SceneResumed':
      return {
        ...startClock(room, event.at),
        phase: { name: 'scene', startsAt: event.at, endsAt: event.data.endsAt },
      }
    case 'TimeAdded':
      return { ...room, phase: withMoreTime(room.phase, event.data.by) }
    case 'PersonAway':
      return { ...room, away: withPerson(room.away, event.data.person) }
    case 'PersonBack':
      return { ...room, away: room.away.filter(id => id !== event.data.person) }
    case 'RetakeStarted': {
      const { scene, fork, endsAt } = event.data
      const from = room.scenes.find(known => known.id === fork.scene)
      const level = [...(from?.curve ?? [])].findLast(point => point.offset <= fork.offset)?.level
      const fallback = state.cards[room.card]?.customer.startTemperature ?? 5
      const retake = { ...newScene(scene, level ?? fallback, fork), runningSince: event.at }
      const { seats } = room
      return {
        ...room,
        seats: fork.swapped ? { ...seats, customer: seats.officer, officer: seats.customer } : seats,
        scenes: [...room.scenes, retake],
        phase: { name: 'retake', endsAt },
        ready: [],
      }
    }
    case 'Whispered': {
      const { to, text } = event.data
      return { ...room, whispers: [...room.whispers, { to, text, at: event.at }] }
    }
    case 'Conferred':
      return { ...room, asides: [...room.asides, conferred(room, event)] }
    case 'RatingSaved': {
      const { rating } = event.data
      const others = room.ratings.filter(known => known.by !== rating.by || known.as !== rating.as)
      return { ...room, ratings: [...others, rating] }
    }
    case 'RatingFinished':
      return { ...room, finished: withPerson(room.finished, event.data.person) }
    case 'RatingsShared':
      return { ...room, sharing: toggled(room.sharing, event.actor, event.data.on) }
    case 'ProjectionConsented':
      return { ...room, consents: toggled(room.consents, event.actor, event.data.on) }
    case 'NoteWritten':
      return { ...room, notes: [...room.notes, { by: event.actor, text: event.data.text, at: event.at }] }
    default:
      return assertNever(event)
  }
}

function conferred(room: Room, event: EventOf<'Conferred'>): Conferred {
  const among = sitting(room.seats).filter(person => person !== room.seats.customer)
  return { by: event.actor, text: event.data.text, at: event.at, among }
}

function enterPhase(room: Room, event: EventOf<'PhaseEntered'>): Room {
  const { phase, startsAt = event.at, endsAt = event.at } = event.data
  const over = phase !== 'scene' && phase !== 'wrap-up'
  const entered = { ...room, ready: [], cast: over ? castOf(room) : room.cast }
  switch (phase) {
    case 'scene':
      return { ...startClock(entered, startsAt), phase: { name: 'scene', startsAt, endsAt } }
    case 'wrap-up':
      // Time runs on in the wrap-up; it may stand still until now after a time-out.
      return { ...startClock(entered, event.at), phase: { name: 'wrap-up', endsAt, customerSpoke: false } }
    case 'step-out':
    case 'rating':
      return { ...stopClock(entered, event.at), phase: { name: phase, endsAt } }
    case 'debrief':
      return { ...stopClock(entered, event.at), phase: { name: 'debrief', endsAt }, revealed: true }
    case 'stopped':
      return { ...stopClock(entered, event.at), phase: { name: 'stopped', by: event.actor } }
    case 'done':
      return { ...stopClock(entered, event.at), phase: { name: 'done' } }
    default:
      return assertNever(phase)
  }
}

function startClock(room: Room, at: number): Room {
  return changeCurrentScene(room, scene =>
    scene.runningSince === null ? { ...scene, runningSince: at } : scene,
  )
}

function stopClock(room: Room, at: number): Room {
  return changeCurrentScene(room, scene =>
    scene.runningSince === null
      ? scene
      : { ...scene, played: offsetAt(scene, at), runningSince: null, stoodFrom: at },
  )
}

function withMoreTime(phase: Phase, by: number): Phase {
  if ('endsAt' in phase) return { ...phase, endsAt: phase.endsAt + by }
  if ('remaining' in phase) return { ...phase, remaining: phase.remaining + by }
  return phase
}

const withPerson = (people: readonly string[], person: string): readonly string[] =>
  people.includes(person) ? people : [...people, person]

const toggled = (people: readonly string[], person: string, on: boolean): readonly string[] =>
  on ? withPerson(people, person) : people.filter(known => known !== person)
