'use client'

import type { DeckCard } from '@evenkeel/classroom/view'
import type { Language } from '@evenkeel/playbook/words'
import type { CardList } from '@evenkeel/protocol/constants'
import { useCallback, useState } from 'react'
import { ask } from '../live/ask.ts'

/** What a list to choose a card from needs to know of it. */
export type OfferedCard = Pick<DeckCard, 'hash' | 'id' | 'title' | 'difficulty'>

export interface Playbook {
  /** The newest version of every card in the class's language; empty until it was asked for. */
  readonly cards: readonly OfferedCard[]
  /** Asks again: somebody may have saved a card meanwhile. */
  readonly renew: () => void
}

/** The deployment's cards as they are now, for a class that was opened before some of them were written. */
export function usePlaybook(language: Language | undefined): Playbook {
  const [rows, setRows] = useState<CardList['cards']>([])
  const renew = useCallback(() => {
    void ask<CardList>('GET', '/api/cards').then(asked => asked.ok && setRows(asked.body.cards))
  }, [])
  return { cards: rows.filter(row => row.language === language), renew }
}

/**
 * The cards to choose from: what the playbook offers now, or the class's deck until that is known. A version that the class
 * has and the playbook no longer offers is in it only if it is `kept`.
 */
export function cardsToChoose(
  deck: readonly DeckCard[],
  offered: readonly OfferedCard[],
  kept?: string,
): readonly OfferedCard[] {
  const cards = offered.length === 0 ? deck : offered
  const missing = deck.find(({ hash }) => hash === kept && !cards.some(card => card.hash === kept))
  return missing === undefined ? cards : [missing, ...cards]
}
