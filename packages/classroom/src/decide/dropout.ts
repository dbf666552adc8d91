import type { Envelope } from '../command.ts'
import type { Happening } from '../event.ts'
import { personOf } from '../find.ts'
import type { PersonId } from '../ids.ts'
import type { Room } from '../room.ts'
import type { ClassState } from '../state.ts'
import { enter } from './enter.ts'
import { standIn } from './seating.ts'

/** What the class does by itself when a player's device is lost in a typed scene (D12). */
export function byPolicy(
  state: ClassState,
  command: Envelope,
  room: Room,
  person: PersonId,
): readonly Happening[] {
  const { medium, onDropout = 'ask' } = state.settings
  const { customer, officer, observers } = room.seats
  if (medium !== 'typed' || room.phase.name !== 'scene') return []
  if (person !== customer && person !== officer) return []
  switch (onDropout) {
    case 'ask':
    case 'wait':
      return []
    case 'end':
      return [enter(state, room, 'stopped', command.at)]
    case 'stand-in': {
      const free = observers.find(id => !room.away.includes(id) && personOf(state, id)?.paper === false)
      return free === undefined ? [] : standIn(room, free, person)
    }
  }
}
