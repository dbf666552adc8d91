import type { ItemId } from '@evenkeel/playbook'
import type { AttentionLimits } from './view/attention.ts'

/** Fixed at opening and shown to everybody who joins. */
export type ClassKind = 'practice' | 'assessed'
/** `spoken`: people face each other (or talk over the class's own call), the device is a companion. */
export type Medium = 'spoken' | 'typed'
/** `class`: phases move for everybody by the instructor's Next. `room`: each room moves by itself. */
export type Pace = 'class' | 'room'

/** Milliseconds. */
export interface Times {
  readonly briefing: number
  readonly countIn: number
  readonly scene: number
  /** The end of a scene waits at most this long for an exchange. */
  readonly wrapUp: number
  readonly stepOut: number
  readonly rating: number
  readonly debrief: number
  readonly retake: number
}

export interface Settings {
  readonly kind: ClassKind
  readonly medium: Medium
  readonly pace: Pace
  /** 2: pairs; 3: triads, so that each scene has an observer. */
  readonly groupSize: 2 | 3
  /** Minutes available for the whole class. */
  readonly minutes: number
  /** Only ever true in typed classes. */
  readonly officerSeesTemperature: boolean
  /** All ten items asked instead of the round's focus. */
  readonly allItems: boolean
  /** Focus of round 1, 2, 3 …; starts again when it ends. */
  readonly rotation: readonly (readonly ItemId[])[]
  readonly times: Times
  /** From when on a room needs somebody; left out: as `ATTENTION` has it. */
  readonly attention?: AttentionLimits
  /** What happens when a player's device is lost in a typed scene; left out: `ask`. */
  readonly onDropout?: OnDropout
  /** An instructor may answer the officer's calls before the written answer goes out; left out: no. */
  readonly liveRadio?: boolean
}

/**
 * The clock stands in any case. `ask`: the instructor is asked. `wait`: nobody is. `stand-in`: an observer of the room
 * takes the seat; where there is none, the instructor is asked. `end`: the scene ends.
 */
export type OnDropout = 'ask' | 'wait' | 'stand-in' | 'end'

const SECOND = 1_000
const MINUTE = 60 * SECOND

export interface OpeningChoice {
  readonly kind: ClassKind
  readonly place: 'same-room' | 'remote'
  readonly minutes: number
}

/** The preset behind the four choices of opening a class; every part can be changed afterwards. */
export function presetFor(choice: OpeningChoice, rotation: Settings['rotation']): Settings {
  const remote = choice.place === 'remote'
  return {
    kind: choice.kind,
    medium: remote ? 'typed' : 'spoken',
    pace: remote ? 'room' : 'class',
    groupSize: 3,
    minutes: choice.minutes,
    officerSeesTemperature: false,
    allItems: choice.kind === 'assessed',
    rotation,
    times: {
      briefing: 3 * MINUTE,
      countIn: 5 * SECOND,
      scene: (remote ? 10 : 5) * MINUTE,
      wrapUp: 30 * SECOND,
      stepOut: 1 * MINUTE,
      rating: 2 * MINUTE,
      debrief: 6 * MINUTE,
      retake: 2 * MINUTE,
    },
  }
}
