/**
 * An append-only list whose `append` costs O(1) amortised and leaves every earlier list as it was.
 *
 * Versions share one growing array; each sees only its own first `length` items. Appending to the newest version
 * grows the shared array, appending to an older one (a fork) copies it first. So `evolve` stays pure for whoever
 * looks at it from outside, without copying a long transcript for every line.
 */
export class Trail<T> implements Iterable<T> {
  readonly length: number
  readonly #shared: T[]

  private constructor(shared: T[], length: number) {
    this.#shared = shared
    this.length = length
  }

  static of<T>(items: readonly T[] = []): Trail<T> {
    return new Trail([...items], items.length)
  }

  append(item: T): Trail<T> {
    const shared = this.#shared.length === this.length ? this.#shared : this.#shared.slice(0, this.length)
    shared.push(item)
    return new Trail(shared, shared.length)
  }

  /** Negative indices count from the end, as with arrays. Undefined outside. */
  at(index: number): T | undefined {
    const position = index < 0 ? this.length + index : index
    return position >= 0 && position < this.length ? this.#shared[position] : undefined
  }

  toArray(): T[] {
    return this.#shared.slice(0, this.length)
  }

  toJSON(): T[] {
    return this.toArray()
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let index = 0; index < this.length; index++) yield this.#shared[index] as T
  }
}
