/** What a server was told of that others appended to one class, by the events' numbers. */
export class Told {
  /** Up to here it has read everything itself. */
  readonly #from: number
  readonly #patience: number
  readonly #told = new Set<number>()
  readonly #never = new Set<number>()
  readonly #waiting = new Set<() => void>()

  /** `patience`: ms after which what was not told never will be. */
  constructor(from: number, patience: number) {
    this.#from = from
    this.#patience = patience
  }

  add(first: number, last: number): void {
    for (let seq = first; seq <= last; seq += 1) if (!this.#never.has(seq)) this.#told.add(seq)
    for (const look of [...this.#waiting]) look()
  }

  /** Of these it was told, by now or in a little while; of the others it will never know. */
  async of(seqs: readonly number[]): Promise<ReadonlySet<number>> {
    const open = () => seqs.filter(seq => seq > this.#from && !this.#told.has(seq) && !this.#never.has(seq))
    if (open().length > 0) await this.#until(() => open().length === 0)
    for (const seq of open()) this.#never.add(seq)
    return new Set(seqs.filter(seq => !this.#never.has(seq)))
  }

  #until(isSo: () => boolean): Promise<void> {
    return new Promise(resolve => {
      const look = () => {
        if (isSo()) done()
      }
      const done = () => {
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve()
      }
      const timer = setTimeout(done, this.#patience)
      this.#waiting.add(look)
    })
  }
}
