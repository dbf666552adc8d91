import type { Card } from '@evenkeel/playbook'
import type { CardHash } from './ids.ts'
import type { DeckCard } from './state.ts'

/** What a class needs to know of a card to choose it. */
export function deckCard(hash: CardHash, { id, title, site, difficulty, minutes }: Card): DeckCard {
  return { hash, id, title, site, difficulty, minutes }
}
