import type { ClassEvent } from './event.ts'
import { roomOf } from './find.ts'
import type { PersonId } from './ids.ts'
import type { PhaseName } from './room.ts'
import type { ClassState, Step } from './state.ts'

/** What an instructor did, for the other instructors of the class. */
export interface Deed {
  /** Server time in ms. */
  readonly at: number
  readonly by: PersonId
  readonly what: DeedKind
  /** Spots of the rooms that it happened in, in the order in which it did; empty when it is the class's. */
  readonly spots: readonly number[]
  /** Whom it was done to. */
  readonly person: PersonId | null
  /** Where Next or a room was moved to. */
  readonly to: Step | PhaseName | null
}

export type DeedKind =
  | 'planned'
  | 'started'
  | 'next'
  | 'moved'
  | 'time-out'
  | 'resumed'
  | 'time'
  | 'retake'
  | 'card'
  | 'twist'
  | 'answered'
  | 'seated'
  | 'swapped'
  | 'opened-room'
  | 'set-aside'
  | 'brought-back'
  | 'removed'
  | 'merged'
  | 'unmerged'
  | 'helped'
  | 'announced'
  | 'lock'
  | 'settings'
  | 'projected'

/** So many are remembered. */
export const DEEDS = 12

type Told = Pick<Deed, 'what'> & Partial<Pick<Deed, 'person' | 'to'>>

/** Undefined for what nobody else has to hear of: reading, marking, rating, a private whisper, and what opens and closes a class. */
function told(event: ClassEvent): Told | undefined {
  switch (event.type) {
    case 'RoundPlanned':
      return { what: 'planned' }
    case 'RoundStarted':
      return { what: 'started' }
    case 'RoundStepped':
      return { what: 'next', to: event.data.step }
    case 'PhaseEntered':
      return { what: 'moved', to: event.data.phase }
    case 'TimeOutCalled':
      return { what: 'time-out' }
    case 'TimeOutEnded':
    case 'SceneResumed':
      return { what: 'resumed' }
    case 'TimeAdded':
      return { what: 'time' }
    case 'RetakeStarted':
      return { what: 'retake' }
    case 'CardChanged':
      return { what: 'card' }
    case 'TwistDropped':
      return { what: 'twist' }
    case 'CallAnswered':
      return { what: 'answered' }
    case 'PersonSeated':
      return { what: 'seated', person: event.data.person }
    case 'SeatsSwapped':
      return { what: 'swapped', person: event.data.a }
    case 'RoomOpened':
      return { what: 'opened-room' }
    case 'PersonSetAside':
      return { what: 'set-aside', person: event.data.person }
    case 'PersonBroughtBack':
      return { what: 'brought-back', person: event.data.person }
    case 'PersonRemoved':
      return { what: 'removed', person: event.data.person }
    case 'PeopleMerged':
      return { what: 'merged', person: event.data.into }
    case 'MergeUndone':
      return { what: 'unmerged', person: event.data.into }
    case 'HelpEnded':
      return { what: 'helped', person: event.data.person }
    case 'Announced':
      return { what: 'announced' }
    case 'ClassLocked':
      return { what: 'lock' }
    case 'SettingsChanged':
      return { what: 'settings' }
    case 'DebriefProjected':
      return { what: 'projected' }
    default:
      return undefined
  }
}

/**
 * The newest deeds after one more event, oldest first. What one command does in several rooms is one deed: Next steps
 * the round and each of its rooms, and time for all is added in each.
 */
export function deedsAfter(after: ClassState, event: ClassEvent): readonly Deed[] {
  const { deeds } = after
  const what = told(event)
  if (what === undefined) return deeds
  const by = after.people.find(({ id, role }) => id === event.actor && role === 'instructor')?.id
  if (by === undefined) return deeds
  const spot = 'room' in event.data ? roomOf(after, event.data.room)?.spot : undefined
  const spots = spot === undefined ? [] : [spot]
  const deed: Deed = { at: event.at, by, person: null, to: null, ...what, spots }
  const last = deeds.at(-1)
  // Rooms that move with the round's Next are told by it.
  const moves = last?.what === 'next' && last.at === deed.at && deed.what === 'moved'
  if (last !== undefined && last.by === by && (moves || alike(last, deed))) {
    const joined = moves ? last : { ...deed, spots: [...new Set([...last.spots, ...spots])] }
    return [...deeds.slice(0, -1), joined]
  }
  return [...deeds, deed].slice(-DEEDS)
}

/** ms within which the same thing in several rooms was meant as one. */
const AT_ONCE = 2_000

const alike = (last: Deed, next: Deed): boolean =>
  last.what === next.what &&
  last.to === next.to &&
  last.person === next.person &&
  next.at - last.at <= AT_ONCE
