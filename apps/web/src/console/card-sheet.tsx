'use client'

import { useState } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { Button } from '../look/button.tsx'
import { Stack } from '../look/page.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import { Select } from './select.tsx'
import type { OfferedCard } from './use-playbook.ts'

interface CardSheetProps {
  spot: number
  cards: readonly OfferedCard[]
  /** The card that the room has now. */
  card: string
  /** Null: whichever suits the people there. */
  onCard: (card: string | null) => void
  onClose: () => void
}

/** Another card for one room of the plan: one that is chosen, or one that suits. */
export function CardSheet({ spot, cards, card, onCard, onClose }: CardSheetProps) {
  const say = words.console.seats
  const levels = words.console.plan.levels
  const lang = useCardLanguage()
  const [chosen, setChosen] = useState(card)
  const take = (wanted: string | null) => {
    onCard(wanted)
    onClose()
  }
  return (
    <Sheet title={say.cardFor(spot)} open onClose={onClose} close={words.console.class.back}>
      <Stack gap={3}>
        <Select
          label={say.card}
          value={chosen}
          onChange={setChosen}
          options={cards.map(({ hash, title, difficulty }) => ({
            value: hash,
            text: `${title} (${levels[difficulty]})`,
            lang,
          }))}
        />
        <Button kind="primary" wide disabled={chosen === card} onClick={() => take(chosen)}>
          {say.chooseCard}
        </Button>
        <Button wide onClick={() => take(null)}>
          {say.suiting}
        </Button>
      </Stack>
    </Sheet>
  )
}
