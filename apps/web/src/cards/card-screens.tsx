'use client'

import type { ItemId } from '@evenkeel/playbook/words'
import type { Card } from '@evenkeel/playbook/writing'
import type { CardRow } from '@evenkeel/protocol/constants'
import { Suspense, useEffect, useState } from 'react'
import { late } from '../live/late.tsx'
import { Button } from '../look/button.tsx'
import { NotYet } from '../look/one-moment.tsx'
import { Page, Stack } from '../look/page.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import { deleteCard, fetchCard } from './cards-calls.ts'
import { CardsTop } from './cards-top.tsx'
import type { CardsPlace } from './place.ts'
import { ReadPanel } from './read-panel.tsx'
import type { Reading } from './read-tabs.tsx'

const CardPaper = late(async () => (await import('./paper/card-paper.tsx')).CardPaper)

/** One card, fetched: to read and to print. */
export function CardScreens({
  hash,
  printed,
  focus,
  done,
  to,
  onDeleted,
}: {
  hash: string
  printed: boolean
  focus: readonly ItemId[]
  done: string | undefined
  to: (place: CardsPlace) => void
  onDeleted: () => void
}) {
  const [known, setKnown] = useState<{ row: CardRow; card: Card }>()
  const [wrong, setWrong] = useState<string>()
  const [reading, setReading] = useState<Reading>('customer')
  useEffect(() => {
    let left = false
    void fetchCard(hash).then(asked => {
      if (left) return
      if (asked.ok) setKnown(asked.body)
      else setWrong(asked.kind === 'unknown' ? words.notFound : asked.say)
    })
    return () => {
      left = true
    }
  }, [hash])
  const toList = () => to({ at: 'list' })

  if (known === undefined) {
    return (
      <Page top={<CardsTop back={{ href: '/cards/', text: words.toCards }} onBack={toList} />}>
        {wrong === undefined ? (
          <p role="status">{words.loadingOne}</p>
        ) : (
          <Stack>
            <p role="alert">{wrong}</p>
            <Button onClick={toList}>{words.toCards}</Button>
          </Stack>
        )}
      </Page>
    )
  }
  const { row, card } = known
  if (printed)
    return (
      <Suspense fallback={<NotYet />}>
        <CardPaper card={card} hash={hash} focus={focus} onBack={() => to({ at: 'card', hash })} />
      </Suspense>
    )
  return (
    <ReadPanel
      row={row}
      card={card}
      reading={reading}
      wrong={wrong}
      done={done}
      onReading={setReading}
      onBack={toList}
      onCopy={() => to({ at: 'write', from: { how: 'copy', hash } })}
      onEdit={() => to({ at: 'write', from: { how: 'edit', hash } })}
      onPrint={() => to({ at: 'paper', hash })}
      onDelete={async () => {
        const asked = await deleteCard(row.id)
        if (asked.ok) onDeleted()
        else setWrong(asked.say)
      }}
    />
  )
}
