/**
 * The cards that this deployment wrote itself, beside the journal in the same store. A version that was saved never changes
 * and never goes: what was chosen once can be read by its hash. A write that can't be saved rejects with
 * `StoreUnavailableError` (journal/port.ts); any other rejection is a bug.
 */

export interface CopiedFrom {
  readonly id: string
  readonly hash: string
  readonly title: string
}

/** One version of a card. */
export interface OwnCard {
  readonly hash: string
  readonly id: string
  /** 1, 2, 3 … for each id. */
  readonly version: number
  /** The card as JSON. */
  readonly text: string
  /** The name of the instructor who saved it. */
  readonly savedBy: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly copiedFrom?: CopiedFrom
  /** The name of the file that it came in. */
  readonly importedFrom?: string
}

export interface OwnCards {
  /** True where other processes write too: then what was read may be out of date. */
  readonly shared?: boolean
  /** Every version of every card, by id and version. */
  all(): Promise<readonly OwnCard[]>
  /** The ids of cards that are hidden from choosing. */
  hidden(): Promise<readonly string[]>
  /** All of these versions or none; `stale` if one of them is there already. A card that was hidden is shown again. */
  add(
    cards: readonly OwnCard[],
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly kind: 'stale' }>
  /** Hides a card from choosing. Its versions stay. */
  hide(id: string): Promise<void>
}
