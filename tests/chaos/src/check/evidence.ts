import type { ClassEvent, Viewer, WireCommandType } from '@evenkeel/classroom'
import type { Answer } from '@evenkeel/protocol'

/**
 * A command as its sender knows it. `sentAt` and `answeredAt` are places in one order of everything that all clients of the run
 * did and heard: an answer that was heard before another command was sent stands before it.
 */
export interface Commanded {
  readonly person: string
  readonly id: string
  readonly type: WireCommandType
  readonly sentAt: number
  readonly answeredAt?: number
  readonly answer?: Answer
}

/** A message off the wire, as it came. */
export interface Frame {
  readonly name: string
  readonly text: string
}

/** One device over its whole life, reconnections and all. A reload or a second tab is another device of the same person. */
export interface Device {
  readonly viewer: Viewer
  readonly sub: string
  readonly frames: readonly Frame[]
  /** What it showed when all was quiet; undefined if it was closed before that. */
  readonly shown: unknown
}

/** A text that only some may read. */
export interface Secret {
  readonly text: string
  readonly of: string
}

/** All that is known of a run, from outside the server: what the journal holds, what clients sent and what they saw. */
export interface Evidence {
  readonly classId: string
  readonly journal: readonly ClassEvent[]
  readonly commands: readonly Commanded[]
  readonly devices: readonly Device[]
  readonly secrets: readonly Secret[]
}

export type Broken =
  | 'gap'
  | 'time-back'
  | 'doubled'
  | 'lost'
  | 'refused-but-done'
  | 'wrong-seq'
  | 'reordered'
  | 'unanswered'
  | 'future'
  | 'frames-out-of-order'
  | 'skipped'
  | 'not-a-prefix'
  | 'stale-view'
  | 'leak'
  | 'replay'

export interface Violation {
  readonly broken: Broken
  readonly what: string
}
