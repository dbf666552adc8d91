import type { EventOf } from '../event.ts'
import { assertNever } from '../never.ts'
import type { Moment, Room, Scene } from '../room.ts'
import type { ClassState } from '../state.ts'
import { changeRoom } from './change.ts'

type SceneEvent =
  | EventOf<'LineSaid'>
  | EventOf<'TemperatureSet'>
  | EventOf<'CurveCorrected'>
  | EventOf<'TwistDropped'>
  | EventOf<'CallMade'>
  | EventOf<'CallAnswered'>
  | EventOf<'MomentMarked'>
  | EventOf<'MomentNamed'>
  | EventOf<'MomentUndone'>

export function evolveScene(state: ClassState, event: SceneEvent): ClassState {
  return changeRoom(state, event.data.room, room => {
    const index = room.scenes.findLastIndex(scene => scene.id === event.data.scene)
    const scene = room.scenes[index]
    if (scene === undefined) return room
    const changed = { ...room, scenes: room.scenes.with(index, after(scene, event)) }
    return event.type === 'LineSaid' ? countExchange(changed, event) : changed
  })
}

function after(scene: Scene, event: SceneEvent): Scene {
  switch (event.type) {
    case 'LineSaid': {
      const { n, seat, how, text, offset } = event.data
      return { ...scene, lines: scene.lines.append({ n, by: event.actor, seat, how, text, offset }) }
    }
    case 'TemperatureSet': {
      const { level, offset } = event.data
      return { ...scene, curve: scene.curve.append({ level, offset }) }
    }
    case 'CurveCorrected':
      return { ...scene, corrected: event.data.points }
    case 'TwistDropped': {
      const { index, offset } = event.data
      return { ...scene, twists: [...scene.twists, { index, offset }] }
    }
    case 'CallMade': {
      const { index, offset, live } = event.data
      return { ...scene, calls: [...scene.calls, { index, offset, ...(live && { open: live }) }] }
    }
    case 'CallAnswered': {
      const { index: answered, text } = event.data
      const calls = scene.calls.map(({ index, offset, ...call }) =>
        index === answered
          ? { index, offset, ...(text !== undefined && { answer: text }) }
          : { index, offset, ...call },
      )
      return { ...scene, calls }
    }
    case 'MomentMarked':
      return { ...scene, moments: [...scene.moments, momentOf(event)], momentCount: scene.momentCount + 1 }
    case 'MomentNamed': {
      const { moment: id, behaviour } = event.data
      return {
        ...scene,
        moments: scene.moments.map(moment => (moment.id === id ? { ...moment, behaviour } : moment)),
      }
    }
    case 'MomentUndone':
      return { ...scene, moments: scene.moments.filter(moment => moment.id !== event.data.moment) }
    default:
      return assertNever(event)
  }
}

function momentOf(event: EventOf<'MomentMarked'>): Moment {
  const { room: _room, scene: _scene, moment: id, ...marked } = event.data
  return { ...marked, id, by: event.actor }
}

/** In the wrap-up a customer's line opens the last exchange; the officer's answer closes it (decide ends the scene). */
function countExchange(room: Room, event: EventOf<'LineSaid'>): Room {
  const { phase } = room
  return phase.name === 'wrap-up' && event.data.seat === 'customer'
    ? { ...room, phase: { ...phase, customerSpoke: true } }
    : room
}
