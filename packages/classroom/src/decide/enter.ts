import type { Happening } from '../event.ts'
import type { Room } from '../room.ts'
import type { ClassState, Step } from '../state.ts'

type Target = Exclude<Step, 'briefing'> | 'stopped'

/** The event that takes a room into a phase, with the times that the class's settings give it. */
export function enter(state: ClassState, room: Room, phase: Target, at: number): Happening {
  const { times } = state.settings
  const data = (more: { startsAt?: number; endsAt?: number }) => ({ room: room.id, phase, ...more })
  switch (phase) {
    case 'scene': {
      const startsAt = at + times.countIn
      return { type: 'PhaseEntered', data: data({ startsAt, endsAt: startsAt + times.scene }) }
    }
    case 'wrap-up':
      return { type: 'PhaseEntered', data: data({ endsAt: at + times.wrapUp }) }
    case 'step-out':
      return { type: 'PhaseEntered', data: data({ endsAt: at + times.stepOut }) }
    case 'rating':
      return { type: 'PhaseEntered', data: data({ endsAt: at + times.rating }) }
    case 'debrief':
      return { type: 'PhaseEntered', data: data({ endsAt: at + times.debrief }) }
    case 'stopped':
    case 'done':
      return { type: 'PhaseEntered', data: data({}) }
  }
}
