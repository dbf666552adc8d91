import { loadCards } from '@evenkeel/playbook/cards'
import type { Secret } from './check/evidence.ts'

/** The sentences of the cards that one seat has and another must not. */
export async function cardSecrets(): Promise<Secret[]> {
  return (await loadCards()).flatMap(({ card }) => [
    { text: JSON.stringify(card.customer.need).slice(1, -1), of: `the need of ${card.id}` },
    ...card.customer.ifAsked.map(text => ({
      text: JSON.stringify(text).slice(1, -1),
      of: `a fact of ${card.id}`,
    })),
    ...card.officer.limits.map(text => ({
      text: JSON.stringify(text).slice(1, -1),
      of: `a limit of ${card.id}`,
    })),
  ])
}
