/** The answer of the store's thread to one request. */
export type Reply =
  | { readonly value: unknown }
  /** A value that is JSON text already. */
  | { readonly json: string }
  /** The request could never be right: a bug of the caller. */
  | { readonly refused: string }
  | { readonly unavailable: 'not-written' | 'unknown'; readonly cause: string }

/** Primary result codes of SQLite that speak of the disk, the file or memory, not of our statements. */
const STORAGE_CODES: ReadonlyMap<number, string> = new Map([
  [3, 'permission denied'],
  [5, 'the data file is busy'],
  [6, 'the data file is locked'],
  [7, 'out of memory'],
  [8, 'the data file is read-only'],
  [10, 'the disk reported an error'],
  [11, 'the data file is damaged'],
  [13, 'the disk is full'],
  [14, "the data file can't be opened"],
  [15, 'locking failed'],
  [22, 'the file is too large for this system'],
  [26, 'the file is not a data file'],
])

const FULL = 13
const BUSY = 5

export interface StorageFailure {
  readonly cause: string
  /** Somebody else holds a lock. */
  readonly busy: boolean
  /** The connection may hold a wrong picture of the file: open it anew before the next use. */
  readonly reopen: boolean
  /** Had it come from COMMIT: is it sure that nothing was written? After a failed sync it is not. */
  readonly surelyNotCommitted: boolean
}

/** Undefined when the error is a bug of ours and not the storage's. */
export function storageFailure(error: unknown): StorageFailure | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined
  const primary = error.errcode & 0xff
  const cause = STORAGE_CODES.get(primary)
  if (cause === undefined) return undefined
  const harmless = primary === FULL || primary === BUSY
  return {
    cause: `${cause} (SQLite ${error.errcode})`,
    busy: primary === BUSY,
    reopen: !harmless,
    surelyNotCommitted: harmless,
  }
}
