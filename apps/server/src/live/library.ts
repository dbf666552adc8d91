import type { CardHash, DeckCard } from '@evenkeel/classroom'
import type { Card, Rubric } from '@evenkeel/playbook'

/** The playbook as this server has loaded it. */
export interface Library {
  readonly cards: ReadonlyMap<CardHash, Card>
  readonly rubric: Rubric
  readonly rubricHash: string
}

/** What a class is given to choose from: every card in its language. */
export function deckOf(library: Library, language: Card['language']): DeckCard[] {
  return [...library.cards]
    .filter(([, card]) => card.language === language)
    .map(([hash, { id, title, site, difficulty, minutes }]) => ({
      hash,
      id,
      title,
      site,
      difficulty,
      minutes,
    }))
}
