import { loadCards } from '@evenkeel/playbook/cards'

let texts: readonly (readonly [id: string, text: string])[] | undefined

/**
 * The cards, in any language, that have this name somewhere in their text, also inside of a longer word. Which card is
 * drawn is chance: with such a name a test that looks for somebody on a page fails, or passes, by chance.
 */
export function cardsThatSay(name: string): string[] {
  texts ??= loadCards().map(({ card }) => [card.id, JSON.stringify(card)] as const)
  return texts.filter(([, text]) => text.includes(name)).map(([id]) => id)
}

/** Who is called after what they are, such as "the wall", is nobody whose name is looked for. */
export function expectInNoCard(name: string): void {
  const found = /^[a-z]/.test(name) ? [] : cardsThatSay(name)
  if (found.length > 0) throw new Error(`take another name than ${name}: it stands in ${found.join(', ')}`)
}
