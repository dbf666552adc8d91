import type { RoomRow, WireShapes } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'

export type BulkAction =
  | 'one-more'
  | 'two-more'
  | 'time-out'
  | 'go-on'
  | 'twist-1'
  | 'twist-2'
  | 'wrap-up'
  | 'end'

type Name = RoomRow['phase']['name']

const UNFINISHED: readonly Name[] = [
  'briefing',
  'scene',
  'time-out',
  'wrap-up',
  'step-out',
  'rating',
  'debrief',
  'retake',
]
const RUNNING: readonly Name[] = ['scene', 'time-out', 'retake']
/** In which phases an action is of use; the class itself decides again. */
const PHASES: Readonly<Record<BulkAction, readonly Name[]>> = {
  'one-more': UNFINISHED,
  'two-more': UNFINISHED,
  'time-out': ['scene', 'retake'],
  'go-on': ['time-out'],
  'twist-1': RUNNING,
  'twist-2': RUNNING,
  'wrap-up': ['scene', 'time-out'],
  end: ['briefing', 'scene', 'time-out', 'wrap-up', 'retake'],
}

export type Rooms = readonly (readonly [string, RoomRow])[]

/** Those of the rooms in which the action can be done now. */
export const roomsFor = (action: BulkAction, rooms: Rooms): Rooms =>
  rooms.filter(([, { phase }]) => PHASES[action].includes(phase.name))

/** The same for each of these rooms. Resolves to how many did it. */
export async function doInAll(action: BulkAction, rooms: Rooms, act: Act): Promise<number> {
  const answers = await Promise.all(
    roomsFor(action, rooms).map(([room, { scene }]) =>
      inOne(action, { room, scene, seat: 'instructor' }, act),
    ),
  )
  return answers.filter(({ ok }) => ok).length
}

function inOne(action: BulkAction, place: WireShapes['MoveRoom']['place'], act: Act) {
  switch (action) {
    case 'one-more':
      return act('AddTime', { place, by: 60_000 })
    case 'two-more':
      return act('AddTime', { place, by: 120_000 })
    case 'time-out':
      return act('CallTimeOut', { place })
    case 'go-on':
      return act('EndTimeOut', { place })
    case 'twist-1':
      return act('DropTwist', { place, index: 0 })
    case 'twist-2':
      return act('DropTwist', { place, index: 1 })
    case 'wrap-up':
      return act('MoveRoom', { place, to: 'wrap-up' })
    case 'end':
      return act('EndRoom', { place })
  }
}
