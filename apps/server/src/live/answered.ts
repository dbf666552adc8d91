/**
 * Commands that were carried out lately, so that one that comes again gets its first answer at once. Older ones are found
 * in the journal, which takes no command id twice.
 */
export class Answered {
  readonly #seqs = new Map<string, number>()
  readonly #most: number

  constructor(most = 4_096) {
    this.#most = most
  }

  get(actor: string, id: string): number | undefined {
    return this.#seqs.get(`${actor} ${id}`)
  }

  /** What came in last, at most so many. */
  newest(count: number): readonly { readonly actor: string; readonly id: string; readonly seq: number }[] {
    return [...this.#seqs].slice(-count).map(([key, seq]) => {
      const [actor = '', id = ''] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
      return { actor, id, seq }
    })
  }

  /** The first seq of a command counts: its later events change nothing. */
  remember(actor: string, id: string, seq: number): void {
    const key = `${actor} ${id}`
    if (this.#seqs.has(key)) return
    this.#seqs.set(key, seq)
    if (this.#seqs.size <= this.#most) return
    const oldest = this.#seqs.keys().next()
    if (!oldest.done) this.#seqs.delete(oldest.value)
  }
}
