import type { Envelope } from '../command.ts'
import { deckCard } from '../deck-card.ts'
import type { Happening } from '../event.ts'
import type { CardHash } from '../ids.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ClassState, DeckCard } from '../state.ts'

/** The class with a deck that has the cards which a command names, and the event that makes it so, if it was not. */
export type Dealt =
  | { readonly ok: true; readonly state: ClassState; readonly renewed: readonly Happening[] }
  | Refusal

/**
 * A card that was saved after the class was opened joins the deck when it is named (R22). It takes the place of another
 * version of itself, so that nobody meets one card twice.
 */
export function dealNamed(state: ClassState, command: Envelope, named: readonly CardHash[]): Dealt {
  let deck = state.deck
  for (const hash of named) {
    if (deck.some(known => known.hash === hash)) continue
    // Own keys only: a name such as `constructor` is no card.
    const card = Object.hasOwn(state.cards, hash) ? state.cards[hash] : command.library(hash)
    if (card === undefined) return refuse('gone', "That card is not in this class's deck.")
    deck = [...deck.filter(known => known.id !== card.id), deckCard(hash, card)]
  }
  return withDeck(state, deck)
}

/** As `dealNamed`, with a deck as the playbook offers it now: new cards, new versions, and none that was taken away. */
export function dealOffered(state: ClassState, command: Envelope, named: readonly CardHash[]): Dealt {
  const offered = command.offered?.(state.deck) ?? []
  const dealt = dealNamed(offered.length === 0 ? state : { ...state, deck: offered }, command, named)
  return dealt.ok ? withDeck(state, dealt.state.deck) : dealt
}

function withDeck(state: ClassState, deck: readonly DeckCard[]): Dealt {
  const same =
    deck.length === state.deck.length && deck.every((card, index) => card.hash === state.deck[index]?.hash)
  if (same) return { ok: true, state, renewed: [] }
  return { ok: true, state: { ...state, deck }, renewed: [{ type: 'DeckRenewed', data: { deck } }] }
}
