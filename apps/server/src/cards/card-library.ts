import { type CardHash, type DeckCard, deckCard } from '@evenkeel/classroom'
import { type Card, type CardPath, checkCard } from '@evenkeel/playbook'
import { cardHash, examineCard, type Finding, stops } from '@evenkeel/playbook/cards'
import type { Library } from '../live/library.ts'
import { MemoryCards } from './memory.ts'
import type { CopiedFrom, OwnCard, OwnCards } from './port.ts'

/** One version of a card with where it comes from. */
export interface KnownCard {
  readonly hash: CardHash
  readonly card: Card
  /** Undefined for cards that come with the playbook. */
  readonly own: Omit<OwnCard, 'text'> | undefined
}

/** What is to be saved: a card that was checked, and what it replaces or was copied from. */
export interface NewCard {
  readonly card: Card
  /** The hash of the version that was edited; undefined for a new id. */
  readonly replaces?: CardHash | undefined
  readonly copiedFrom?: CopiedFrom | undefined
  readonly importedFrom?: string | undefined
}

export type Saved =
  | { readonly ok: true; readonly cards: readonly KnownCard[] }
  /** `exists`: the id is taken. `changed`: somebody saved another version since. `shipped`: it can't be replaced. */
  | { readonly ok: false; readonly kind: 'exists' | 'changed' | 'shipped' | 'full'; readonly id: string }

export interface Examined {
  readonly card: Card | undefined
  readonly problems: readonly Finding[]
  readonly notices: readonly Finding[]
}

/** Versions of own cards that a deployment may have. All of their texts are held in memory. */
export const MOST_VERSIONS = 5_000

/**
 * The cards of this deployment: those of the playbook and its own. Read once at the start and held in memory, because a
 * class decides at once and can't wait for a disk.
 */
export class CardLibrary {
  readonly #shipped: Pick<Library, 'cards'>
  readonly #store: OwnCards
  readonly #now: () => number
  /** Every version, by hash. */
  readonly #versions = new Map<CardHash, OwnCard>()
  /** The newest version of each own id, hidden ones too. */
  readonly #newest = new Map<string, KnownCard>()
  readonly #hidden = new Set<string>()
  #line: Promise<unknown> = Promise.resolve()
  #changed = () => {}

  /** Knows the playbook alone, until `open` has read the store. */
  constructor(
    shipped: Pick<Library, 'cards'>,
    store: OwnCards = new MemoryCards(),
    now: () => number = () => 0,
  ) {
    this.#shipped = shipped
    this.#store = store
    this.#now = now
  }

  static async open(
    shipped: Pick<Library, 'cards'>,
    store: OwnCards,
    now: () => number,
  ): Promise<CardLibrary> {
    const library = new CardLibrary(shipped, store, now)
    await library.#read()
    return library
  }

  /** The text of a card, old and hidden versions too. */
  card(hash: CardHash): Card | undefined {
    return this.find(hash)?.card
  }

  find(hash: CardHash): KnownCard | undefined {
    const shipped = this.#shipped.cards.get(hash)
    if (shipped !== undefined) return { hash, card: shipped, own: undefined }
    const kept = this.#versions.get(hash)
    if (kept === undefined) return undefined
    const newest = this.#newest.get(kept.id)
    return newest?.hash === hash ? newest : known(kept)
  }

  /** The newest version of everything that can be chosen: the playbook's cards by id, then own ones by id. */
  offered(): readonly KnownCard[] {
    const shipped = [...this.#shipped.cards].map(([hash, card]) => ({ hash, card, own: undefined }))
    return [...shipped.sort(byId), ...this.own()]
  }

  /** Own cards that can be chosen, by id. */
  own(): readonly KnownCard[] {
    return [...this.#newest.values()].filter(({ card }) => !this.#hidden.has(card.id)).sort(byId)
  }

  /** What a class of that language may choose from. */
  deck(language: Card['language']): DeckCard[] {
    return this.offered()
      .filter(({ card }) => card.language === language)
      .map(({ hash, card }) => deckCard(hash, card))
  }

  /** A class's deck as it would be now: everything in the languages that its cards have. */
  renewed(deck: readonly DeckCard[]): DeckCard[] {
    const languages = new Set(deck.map(({ hash }) => this.card(hash)?.language))
    return this.offered()
      .filter(({ card }) => languages.has(card.language))
      .map(({ hash, card }) => deckCard(hash, card))
  }

  /** Calls `changed` after each save and hiding, so that other servers hear of it and read. */
  tell(changed: () => void): void {
    this.#changed = changed
  }

  /**
   * Where several servers share a store, what others saved is read again; elsewhere this is nothing. Whoever lists, saves,
   * opens a class or looks for a card that is not known here waits for it.
   */
  async refresh(): Promise<void> {
    if (this.#store.shared !== true) return
    await this.#inLine(() => this.#read())
  }

  async #read(): Promise<void> {
    for (const kept of await this.#store.all()) if (!this.#versions.has(kept.hash)) this.#know(kept)
    const hidden = await this.#store.hidden()
    this.#hidden.clear()
    for (const id of hidden) this.#hidden.add(id)
  }

  /** The card that an id stands for now: the playbook's, or the newest own one that is not hidden. */
  byId(id: string): KnownCard | undefined {
    return this.offered().find(({ card }) => card.id === id)
  }

  /** What is wrong with a card for this deployment. `origin`: a card that it may be like, because it was copied from it. */
  examine(value: unknown, origin?: CardHash): Examined {
    const { card, findings } = examineCard(value, this.#othersThan(value, origin))
    return {
      card,
      problems: findings.filter(({ rule }) => stops(rule)),
      notices: findings.filter(({ rule }) => !stops(rule)),
    }
  }

  /** All of these or none. Versions are given here, whatever the cards say. `by`: the instructor's name. */
  save(cards: readonly NewCard[], by: string): Promise<Saved> {
    return this.#inLine(async () => {
      if (this.#store.shared === true) await this.#read()
      if (this.#versions.size + cards.length > MOST_VERSIONS)
        return { ok: false, kind: 'full', id: cards[0]?.card.id ?? '' }
      const rows: OwnCard[] = []
      const last = new Map<string, { hash: CardHash; version: number }>()
      for (const { card, replaces, copiedFrom, importedFrom } of cards) {
        const { id } = card
        const newest = this.#newest.get(id)
        const before = last.get(id) ?? (newest && { hash: newest.hash, version: newest.card.version })
        const taken = last.has(id) || (newest !== undefined && !this.#hidden.has(id))
        if (this.#isShipped(id)) return { ok: false, kind: replaces === undefined ? 'exists' : 'shipped', id }
        if (replaces === undefined && taken) return { ok: false, kind: 'exists', id }
        if (replaces !== undefined && (!taken || replaces !== before?.hash))
          return { ok: false, kind: 'changed', id }
        const copied = copiedFrom ?? (replaces === undefined ? undefined : newest?.own?.copiedFrom)
        const row = this.#row(card, (before?.version ?? 0) + 1, by)
        rows.push({
          ...row,
          ...(copied && { copiedFrom: copied }),
          ...(importedFrom !== undefined && { importedFrom }),
        })
        last.set(id, row)
      }
      const added = await this.#store.add(rows)
      // Another server on the same store was quicker.
      if (!added.ok) {
        await this.#read()
        return { ok: false, kind: 'changed', id: cards[0]?.card.id ?? '' }
      }
      for (const row of rows) {
        this.#know(row)
        this.#hidden.delete(row.id)
      }
      this.#changed()
      return { ok: true, cards: rows.flatMap(({ hash }) => this.find(hash) ?? []) }
    })
  }

  /** False when there is no such own card. */
  hide(id: string): Promise<boolean> {
    return this.#inLine(async () => {
      if (!this.#newest.has(id) || this.#hidden.has(id)) return false
      await this.#store.hide(id)
      this.#hidden.add(id)
      this.#changed()
      return true
    })
  }

  #othersThan(value: unknown, origin: CardHash | undefined): Card[] {
    const id = typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : ''
    const mayBeLike = new Set([
      origin === undefined ? undefined : this.find(origin)?.card.id,
      this.#newest.get(id)?.own?.copiedFrom?.id,
    ])
    return this.offered().flatMap(({ card }) => (mayBeLike.has(card.id) ? [] : card))
  }

  #isShipped(id: string): boolean {
    for (const card of this.#shipped.cards.values()) if (card.id === id) return true
    return false
  }

  #row(card: Card, version: number, by: string): OwnCard {
    // An encounter's number says which of the founding thirty a card of the playbook tells.
    const { encounter: _encounter, ...rest } = card
    const kept: Card = { ...rest, version }
    const text = JSON.stringify(kept)
    return { hash: cardHash(kept), id: card.id, version, text, savedBy: by, savedAt: this.#now() }
  }

  #know(kept: OwnCard): void {
    this.#versions.set(kept.hash, kept)
    const newest = this.#newest.get(kept.id)
    const card = known(kept)
    if (card !== undefined && (newest === undefined || newest.card.version < kept.version))
      this.#newest.set(kept.id, card)
  }

  /** One after the other: of two that save the same id the second is told. */
  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#line.then(work, work)
    this.#line = next.catch(() => undefined)
    return next
  }
}

/** Undefined if this release no longer takes the card for one; its text stays in the file. */
function known({ text, ...own }: OwnCard): KnownCard | undefined {
  const checked = checkCard(JSON.parse(text))
  return checked.ok ? { hash: own.hash, card: checked.card, own } : undefined
}

const byId = (a: KnownCard, b: KnownCard) => (a.card.id < b.card.id ? -1 : 1)

/** A path as in JSON: `customer.triggers.1.say`. */
export const fieldOf = (path: CardPath): string => path.join('.')
