import { stringify } from 'yaml'
import type { Card } from './card.ts'

/** Cards as the text of one YAML file, `---` between them. `readCardsFile` reads exactly these cards from it. */
export function writeCards(cards: readonly Card[]): string {
  return cards.map(card => stringify(card, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n')
}
