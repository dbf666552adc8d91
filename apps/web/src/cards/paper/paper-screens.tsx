'use client'

import type { Card } from '@evenkeel/playbook/writing'
import type { CardRow } from '@evenkeel/protocol/constants'
import { useEffect, useState } from 'react'
import { fetchCard } from '../cards-calls.ts'
import type { CardsPlace } from '../place.ts'
import { ChoosePaper } from './choose-paper.tsx'
import type { PaperChoice } from './class-on-paper.ts'
import { ClassPaper } from './class-paper.tsx'

/** Chooses what a class needs on paper, fetches those cards, and shows the sheets. */
export function PaperScreens({
  rows,
  choice,
  shown,
  onChoice,
  to,
}: {
  rows: readonly CardRow[]
  choice: PaperChoice
  shown: boolean
  onChoice: (choice: PaperChoice) => void
  to: (place: CardsPlace) => void
}) {
  const [cards, setCards] = useState<Readonly<Record<string, Card>>>({})
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const whole = choice.cards.length > 0 && choice.cards.every(hash => cards[hash] !== undefined)

  // After a reload the sheets' address has no choice behind it: back to choosing.
  const back = shown && !whole
  useEffect(() => {
    if (back) to({ at: 'choose-paper' })
  }, [back, to])

  const make = async () => {
    setBusy(true)
    const missing = choice.cards.filter(hash => cards[hash] === undefined)
    const asked = await Promise.all(missing.map(fetchCard))
    setBusy(false)
    const failed = asked.find(each => !each.ok)
    setWrong(failed?.ok === false ? failed.say : undefined)
    const found = asked.flatMap((each, index) =>
      each.ok ? [[missing[index] ?? '', each.body.card] as const] : [],
    )
    setCards({ ...cards, ...Object.fromEntries(found) })
    if (failed === undefined) to({ at: 'class-paper' })
  }

  if (shown && whole) {
    return <ClassPaper choice={choice} cards={cards} onBack={() => to({ at: 'choose-paper' })} />
  }
  return (
    <ChoosePaper
      rows={rows}
      choice={choice}
      busy={busy}
      wrong={wrong}
      onChoice={onChoice}
      onMake={make}
      onBack={() => to({ at: 'list' })}
    />
  )
}
