import type { Connection } from './connection.ts'

/** Which connections wait for the answer to which command; two tabs may have sent the same one. */
export class Pending {
  readonly #waiting = new Map<string, Set<Connection>>()

  add(actor: string, id: string, connection: Connection): void {
    const key = `${actor} ${id}`
    const waiting = this.#waiting.get(key)
    if (waiting === undefined) this.#waiting.set(key, new Set([connection]))
    else waiting.add(connection)
  }

  /** Everybody who waits: they get their answer with their batch. */
  takeAll(actor: string, id: string): readonly Connection[] {
    const key = `${actor} ${id}`
    const waiting = this.#waiting.get(key)
    this.#waiting.delete(key)
    return waiting === undefined ? [] : [...waiting]
  }

  /** True if this connection still waits, and no longer does then. */
  take(actor: string, id: string, connection: Connection): boolean {
    const key = `${actor} ${id}`
    const waiting = this.#waiting.get(key)
    if (waiting?.delete(connection) !== true) return false
    if (waiting.size === 0) this.#waiting.delete(key)
    return true
  }
}
