import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { OwnCard } from './port.ts'

type Row = [
  hash: string,
  id: string,
  version: number,
  text: string,
  savedBy: string,
  savedAt: number,
  copiedFrom: string | null,
  importedFrom: string | null,
]

/** The side of the own cards in the store's thread. Every method is the port's method of the same name. */
export class CardTables {
  readonly #db: DatabaseSyncInstance

  constructor(db: DatabaseSyncInstance) {
    this.#db = db
  }

  all(): readonly OwnCard[] {
    const rows: Row[] = this.#sql(
      `SELECT hash, id, version, text, saved_by, saved_at, copied_from, imported_from
       FROM card ORDER BY id, version`,
    ).all()
    return rows.map(([hash, id, version, text, savedBy, savedAt, copiedFrom, importedFrom]) => ({
      hash,
      id,
      version,
      text,
      savedBy,
      savedAt,
      ...(copiedFrom === null ? {} : { copiedFrom: JSON.parse(copiedFrom) }),
      ...(importedFrom === null ? {} : { importedFrom }),
    }))
  }

  hidden(): readonly string[] {
    const rows: [string][] = this.#sql('SELECT id FROM card_hidden ORDER BY id').all()
    return rows.map(([id]) => id)
  }

  /** Looks before it writes: a write that throws would take back those of others in its group. */
  add(cards: readonly OwnCard[]) {
    const known = this.#sql('SELECT 1 FROM card WHERE hash = ? OR (id = ? AND version = ?)')
    const keys = new Set(cards.flatMap(({ hash, id, version }) => [hash, `${id} ${version}`]))
    const stale =
      keys.size < 2 * cards.length ||
      cards.some(({ hash, id, version }) => known.get(hash, id, version) !== undefined)
    if (stale) return { ok: false, kind: 'stale' } as const
    const put = this.#sql('INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    const show = this.#sql('DELETE FROM card_hidden WHERE id = ?')
    for (const { hash, id, version, text, savedBy, savedAt, copiedFrom, importedFrom } of cards) {
      const copied = copiedFrom === undefined ? null : JSON.stringify(copiedFrom)
      put.run(hash, id, version, text, savedBy, savedAt, copied, importedFrom ?? null)
      show.run(id)
    }
    return { ok: true } as const
  }

  hide(id: string): void {
    this.#sql('INSERT OR REPLACE INTO card_hidden VALUES (?)').run(id)
  }

  #sql(text: string) {
    return this.#db.prepare(text, { returnArrays: true })
  }
}
