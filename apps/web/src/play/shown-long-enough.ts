/** ms that a sentence stands on the screen before it counts as read. */
export const READ_AFTER = 3_000

/**
 * How long each refusal has stood on the screen, over the panels of several phases: a panel may go a moment after a sentence
 * came to it, and with the panel the only word of what was not done. Times are ms of any clock that goes on.
 */
export class ShownLongEnough {
  readonly #since = new Map<string, number>()
  readonly #before = new Map<string, number>()

  /** These are on the screen now. */
  shows(ids: readonly string[], now: number): void {
    for (const id of ids) if (!this.#since.has(id)) this.#since.set(id, now)
  }

  /** The panel goes; gives which of those that it showed have been read. */
  leaves(now: number): readonly string[] {
    const read: string[] = []
    for (const [id, since] of this.#since) {
      const shown = (this.#before.get(id) ?? 0) + now - since
      this.#before.set(id, shown)
      if (shown >= READ_AFTER) read.push(id)
    }
    this.#since.clear()
    for (const id of read) this.#before.delete(id)
    return read
  }
}
