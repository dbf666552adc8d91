import type { CardHash, DeckCard } from '@evenkeel/classroom'
import type { Card } from '@evenkeel/playbook'

/** The playbook as this server has loaded it. */
export interface Library {
  readonly cards: ReadonlyMap<CardHash, Card>
}

/** What a class needs to know of a card to choose it. */
export function deckCard(hash: CardHash, card: Card): DeckCard {
  const { id, title, site, difficulty, minutes } = card
  return { hash, id, title, site, difficulty, minutes }
}
