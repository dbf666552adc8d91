import type { RecordRow, RecordStore } from './port.ts'

/** Records that end with the process. Kept as text, so that what is read is never the object that was written. */
export class MemoryRecords implements RecordStore {
  readonly #rows = new Map<string, Map<string, string>>()

  async rows(of: string): Promise<RecordRow[]> {
    return [...(this.#rows.get(of) ?? [])]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => ({ name, value: JSON.parse(text) }))
  }

  async put(of: string, rows: readonly RecordRow[]): Promise<void> {
    const kept = this.#rows.get(of) ?? new Map<string, string>()
    this.#rows.set(of, kept)
    for (const { name, value } of rows) kept.set(name, JSON.stringify(value))
  }

  async drop(of: string, name?: string): Promise<void> {
    if (name === undefined) this.#rows.delete(of)
    else this.#rows.get(of)?.delete(name)
  }
}
