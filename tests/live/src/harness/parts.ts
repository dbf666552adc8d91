import { loadCards } from '@evenkeel/playbook/cards'
import {
  type Chance,
  type Clock,
  type Library,
  type ServerParts,
  type Store,
  silentLog,
} from '@evenkeel/server'
import { Seeded } from '@evenkeel/simulant'

export const PASSCODE = 'correct horse battery'

/** Random bytes that a seed decides, for tests that must run the same way twice. */
export function seededChance(seed: number): Chance {
  const seeded = new Seeded(seed)
  return { bytes: count => Buffer.from(Array.from({ length: count }, () => seeded.below(256))) }
}

export async function realLibrary(): Promise<Library> {
  const cards = await loadCards()
  return { cards: new Map(cards.map(({ hash, card }) => [hash, card])) }
}

export async function testParts(
  store: Store,
  clock: Clock,
  chance: Chance,
  library?: Library,
): Promise<ServerParts> {
  return {
    store,
    clock,
    chance,
    library: library ?? (await realLibrary()),
    log: silentLog,
    passcode: PASSCODE,
    addresses: () => [],
  }
}
