import type { Clock } from '../clock.ts'

const TEN_MINUTES = 600_000

/**
 * What was opened under a client-made id within the last ten minutes, so that a second click, or a click after a lost
 * answer, gives the same class. Also while the first is still under way. What was refused is forgotten.
 */
export class OpenedLately<T extends { readonly ok: boolean }> {
  readonly #clock: Pick<Clock, 'now'>
  readonly #opened = new Map<string, { readonly at: number; readonly result: Promise<T> }>()

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock
  }

  async once(key: string, open: () => Promise<T>): Promise<T> {
    const now = this.#clock.now()
    for (const [known, { at }] of this.#opened) {
      if (now - at > TEN_MINUTES) this.#opened.delete(known)
    }
    const before = this.#opened.get(key)
    if (before !== undefined) return before.result
    const result = open()
    this.#opened.set(key, { at: now, result })
    const forget = () => this.#opened.delete(key)
    result.then(({ ok }) => ok || forget(), forget)
    return result
  }
}
