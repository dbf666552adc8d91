/**
 * What a school writes beside the journal: who signed for an attendance, what stands on a completion record, how long a
 * class is kept, which entries of the register are one person. Each is a JSON value under `of` (a class, or the register)
 * and a name. A value that was replaced or dropped leaves no byte. A write that can't be saved rejects with
 * `StoreUnavailableError` (journal/port.ts).
 */
export interface RecordRow {
  readonly name: string
  readonly value: unknown
}

export interface RecordStore {
  /** By name, in the order of the alphabet. */
  rows(of: string): Promise<readonly RecordRow[]>
  /** Adds or replaces them: all of them or none. */
  put(of: string, rows: readonly RecordRow[]): Promise<void>
  /** One of them, or all without a name. What is not there is gone already. */
  drop(of: string, name?: string): Promise<void>
}
