import type { Seeded } from './seeded.ts'

/** What somebody has said in a scene. Nobody says the same sentence twice. */
export class Words {
  readonly #seeded: Seeded
  readonly #said: Set<string>

  /** `said`: the keys of what was said before, as `said` gave them. */
  constructor(seeded: Seeded, said: readonly string[] = []) {
    this.#seeded = seeded
    this.#said = new Set(said)
  }

  get said(): readonly string[] {
    return [...this.#said]
  }

  /** One of the sentences that was not said yet, and remembers it; undefined when all of them were. */
  pick(sentences: readonly string[]): string | undefined {
    const [fresh] = this.#seeded.shuffled(sentences.filter(sentence => !this.#said.has(key(sentence))))
    if (fresh !== undefined) this.#said.add(key(fresh))
    return fresh
  }

  /** The first of the sentences that was not said yet. */
  next(sentences: readonly string[]): string | undefined {
    const fresh = sentences.find(sentence => !this.#said.has(key(sentence)))
    if (fresh !== undefined) this.#said.add(key(fresh))
    return fresh
  }
}

const key = (sentence: string) => sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
