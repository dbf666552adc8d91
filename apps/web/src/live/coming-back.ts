/** When a connection that does not come back by itself is tried again: once at a time, and never after its end. */
export class ComingBack {
  readonly #connect: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #ended = false

  constructor(connect: () => void) {
    this.#connect = connect
  }

  /** ms from now; in place of an earlier one. */
  after(ms: number): void {
    this.cancel()
    if (!this.#ended) this.#timer = setTimeout(this.#connect, ms)
  }

  cancel(): void {
    clearTimeout(this.#timer)
  }

  end(): void {
    this.#ended = true
    this.cancel()
  }
}
