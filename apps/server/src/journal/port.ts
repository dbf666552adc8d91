/**
 * The journal's port: one append-only list of events for each class, and nothing else is the truth.
 * The rules that every store keeps are numbered J1, J2 … in docs/adr/0002-journal.md; `journal-contract.ts` proves them.
 *
 * Errors: a refusal that a person can meet is a value (`AppendResult`). A rejected promise is either a
 * programmer's mistake (`Error`) or, for calls other than `append`, a store that can't answer (`StoreUnavailableError`).
 */

/** One event as it lies in a store. `data` is any JSON value; a stored event never changes its shape. */
export interface StoredEvent {
  /** 1, 2, 3 … inside its class, no gap. */
  readonly seq: number
  /** Server time, whole milliseconds since 1970; never decreases inside a class. */
  readonly at: number
  readonly actor: string
  readonly commandId: string
  readonly type: string
  /** The version of the shape of `data`, 1 or more. */
  readonly v: number
  readonly data: unknown
}

/** A person's name, committed together with the event that says that it was given. Only the newest version is kept. */
export interface NameWrite {
  readonly personId: string
  readonly nameVersion: number
  readonly name: string
  readonly staffNumber?: string
}

export interface AppendBatch {
  readonly classId: string
  readonly epoch: string
  /** seq of the last event that the writer knows; 0 for a new class. */
  readonly expectedSeq: number
  /** At least one: seq expectedSeq+1, expectedSeq+2 … Several may share a command id. */
  readonly events: readonly StoredEvent[]
  /** Committed in the same transaction as the events, or not at all. */
  readonly names?: readonly NameWrite[]
}

/**
 * Checked in this order: another epoch is `stale`, then a command id that is already stored is `duplicate`
 * (so a retry learns that it was done), then another last seq is `stale`.
 */
export type AppendResult =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly kind: 'stale'; readonly epoch: string; readonly seq: number }
  | {
      readonly ok: false
      readonly kind: 'duplicate'
      readonly actor: string
      readonly commandId: string
      /** seq of the first event that this command made. */
      readonly seq: number
    }
  | {
      readonly ok: false
      readonly kind: 'unavailable'
      /** `unknown`: it may or may not be stored; `lookup` tells. */
      readonly outcome: 'not-written' | 'unknown'
      /** For the log, not for a person. Holds no content. */
      readonly cause: string
    }

export interface ClassHead {
  readonly epoch: string
  /** seq of the last event, 0 when there is none yet. */
  readonly seq: number
}

export interface Journal {
  /** Starts an empty class under a random epoch. Rejects when the class is already there. */
  create(classId: string): Promise<{ epoch: string }>
  /** Durable once it answers ok. Rejects for an unknown class, seqs that don't follow on, or time going backwards. */
  append(batch: AppendBatch): Promise<AppendResult>
  head(classId: string): Promise<ClassHead | undefined>
  /** Events after `afterSeq` in order, at most `limit` (all when left out). An unknown class has none. */
  read(classId: string, afterSeq: number, limit?: number): Promise<readonly StoredEvent[]>
  /**
   * Everything after `afterSeq`, in order, once each, without a gap, then live. Resolves when all that was durable at the
   * call has been delivered; the answer ends the following. A follower may hear an event before the writer's own
   * `append` resolves. A rewrite is not delivered as events: whoever holds a state sees the new epoch at its next
   * append or head. `onRewritten` hears of one soon after it; only stores that several servers share call it.
   */
  follow(
    classId: string,
    afterSeq: number,
    onEvents: (events: readonly StoredEvent[]) => void,
    onRewritten?: () => void,
  ): Promise<() => void>
  /** seq of the first event of an actor's command, if it is stored. */
  lookup(classId: string, actor: string, commandId: string): Promise<number | undefined>
  classes(): Promise<readonly ({ readonly classId: string } & ClassHead)[]>
  /**
   * Replaces every event by `map(event)` under a new epoch in one atomic swap; the old bytes are gone from the store when
   * it resolves. Only `data` and `v` may change: any other change rejects and nothing is written.
   */
  rewrite(classId: string, map: (event: StoredEvent) => StoredEvent): Promise<{ epoch: string }>
  /**
   * The whole class gone: events, epoch, command ids; their bytes too when it resolves. Names go with `People.forgetClass`.
   * An unknown class is gone already. Whoever still holds it is refused at their next append: there is no such class.
   */
  remove(classId: string): Promise<void>
  /** The deployment was alive at `at`: durable, so that a restart can tell how long it was gone. */
  markAlive(at: number): Promise<void>
  lastAlive(): Promise<number | undefined>
  /** Tries a tiny durable write. Never rejects. */
  writable(): Promise<boolean>
  /** Finishes what is under way, then ends. Calls after it reject. */
  close(): Promise<void>
}

/** The store can't answer now (full disk, read-only, closed). `append` gives the same as a value. */
export class StoreUnavailableError extends Error {
  readonly outcome: 'not-written' | 'unknown'

  constructor(outcome: 'not-written' | 'unknown', cause: string) {
    super(`The store can't save right now: ${cause}`)
    this.name = 'StoreUnavailableError'
    this.outcome = outcome
  }
}
