import type { RecordStore } from './port.ts'

/** The part of the store's thread that records need. */
interface Thread {
  call<T>(name: string, ...args: readonly unknown[]): Promise<T>
}

/** Records in the journal's data file, over the journal's connection. */
export function sqliteRecords(thread: Thread): RecordStore {
  const call = <T>(name: keyof RecordStore, ...args: readonly unknown[]): Promise<T> =>
    thread.call(`records.${name}`, ...args)
  return {
    rows: of => call('rows', of),
    put: (of, rows) => call('put', of, rows),
    drop: (of, name) => call('drop', of, name ?? null),
  }
}
