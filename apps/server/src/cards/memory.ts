import type { OwnCard, OwnCards } from './port.ts'

/** The cards that end with the process. */
export class MemoryCards implements OwnCards {
  #cards: readonly OwnCard[] = []
  readonly #hidden = new Set<string>()

  async all() {
    return [...this.#cards].sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1))
  }

  async hidden() {
    return [...this.#hidden].sort()
  }

  async add(cards: readonly OwnCard[]) {
    const all = [...this.#cards]
    for (const card of cards) {
      if (all.some(other => same(other, card))) return { ok: false, kind: 'stale' } as const
      all.push(structuredClone(card))
    }
    this.#cards = all
    for (const { id } of cards) this.#hidden.delete(id)
    return { ok: true } as const
  }

  async hide(id: string) {
    this.#hidden.add(id)
  }
}

const same = (a: OwnCard, b: OwnCard) => a.hash === b.hash || (a.id === b.id && a.version === b.version)
