import type { CommandOf } from '../command.ts'
import type { Happening } from '../event.ts'
import { offsetAt, sitting } from '../find.ts'
import { refuse } from '../refusal.ts'
import type { ClassState } from '../state.ts'
import { LONGEST, requireText } from '../text.ts'
import { already, type Decision, happen } from './decision.ts'
import { enter } from './enter.ts'
import { inRoom } from './in-room.ts'

/** Per scene. A scene of ten minutes has a few hundred of each. */
export const MOST_LINES = 5_000
export const MOST_POINTS = 5_000
/** A tap that was made offline keeps the moment it was made, up to this many ms ago. */
export const LATEST_TAP = 600_000

export function speak(state: ClassState, command: CommandOf<'Speak'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room, scene, seat } = here
  if (seat !== 'customer' && seat !== 'officer')
    return refuse('not-allowed', 'Only customer and officer have lines.')
  if (state.settings.medium !== 'typed') return refuse('not-allowed', 'In this class, lines are spoken.')
  const line = requireText(command.data.text, LONGEST.line, 'A line')
  if (!line.ok) return line
  if (scene.lines.length >= MOST_LINES) return refuse('limit', 'This scene is full. Bring it to its end.')
  const said: Happening = {
    type: 'LineSaid',
    data: {
      room: room.id,
      scene: scene.id,
      n: scene.lines.length + 1,
      seat,
      how: command.data.how,
      text: line.text,
      offset: offsetAt(scene, command.at),
    },
  }
  const closes = room.phase.name === 'wrap-up' && room.phase.customerSpoke && seat === 'officer'
  return closes ? happen(said, enter(state, room, 'step-out', command.at)) : happen(said)
}

export function setTemperature(state: ClassState, command: CommandOf<'SetTemperature'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room, scene } = here
  const { level, ago = 0 } = command.data
  const last = scene.curve.at(-1)
  if (last?.level === level) return already
  if (scene.curve.length >= MOST_POINTS)
    return refuse('limit', 'The temperature was moved too often in this scene.')
  const tapped = offsetAt(scene, command.at - Math.min(ago, LATEST_TAP))
  const offset = Math.max(last?.offset ?? 0, tapped)
  return happen({ type: 'TemperatureSet', data: { room: room.id, scene: scene.id, level, offset } })
}

export function dropTwist(state: ClassState, command: CommandOf<'DropTwist'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { room, scene } = here
  const { index } = command.data
  if (scene.twists.some(twist => twist.index === index))
    return refuse('taken', 'That twist is already in the scene.')
  const twist = state.cards[room.card]?.twists[index]
  if (twist === undefined) return refuse('gone', 'This card has no such twist.')
  if (room.seats[twist.to] === null) return refuse('gone', `Nobody plays the ${twist.to} at the moment.`)
  const offset = offsetAt(scene, command.at)
  return happen({ type: 'TwistDropped', data: { room: room.id, scene: scene.id, index, offset } })
}

export function whisper(state: ClassState, command: CommandOf<'Whisper'>): Decision {
  const here = inRoom(state, command)
  if (!here.ok) return here
  const { to } = command.data
  if (!sitting(here.room.seats).includes(to)) return refuse('gone', 'They no longer sit in this room.')
  const text = requireText(command.data.text, LONGEST.whisper, 'A whisper')
  if (!text.ok) return text
  if (here.room.whispers.length >= 200) return refuse('limit', 'There were too many whispers in this room.')
  return happen({ type: 'Whispered', data: { room: here.room.id, to, text: text.text } })
}
