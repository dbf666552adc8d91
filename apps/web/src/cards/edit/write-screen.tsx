'use client'

import type { Card } from '@evenkeel/playbook/writing'
import type { CardRow } from '@evenkeel/protocol/constants'
import { useEffect, useState } from 'react'
import { Button } from '../../look/button.tsx'
import { Page, Stack } from '../../look/page.tsx'
import { cardsWords as words } from '../../words/en/cards.ts'
import { fetchCard } from '../cards-calls.ts'
import { CardsTop } from '../cards-top.tsx'
import { blankCard, copyOf, type DraftCard, draftOf } from './draft-card.ts'
import type { DraftFrom } from './drafts.ts'
import { Writing } from './writing.tsx'

interface WriteProps {
  from: DraftFrom
  rows: readonly CardRow[]
  /** Fetches the list again; undefined when it could not. */
  load: () => Promise<readonly CardRow[] | undefined>
  onBack: () => void
  onSaved: (row: CardRow) => void
}

/** Fetches what the draft begins from, then lets it be written. */
export function WriteScreen(props: WriteProps) {
  const { from, onBack } = props
  const [source, setSource] = useState<{ row: CardRow; card: Card }>()
  const [wrong, setWrong] = useState<string>()
  useEffect(() => {
    if (from.how === 'new') return
    let left = false
    void fetchCard(from.hash).then(asked => {
      if (left) return
      if (asked.ok) setSource(asked.body)
      else setWrong(asked.kind === 'unknown' ? words.notFound : asked.say)
    })
    return () => {
      left = true
    }
  }, [from.how, from.hash])

  if (from.how === 'new') return <Writing {...props} start={blankCard} copiedFrom={undefined} />
  if (source !== undefined) {
    return <Writing {...props} start={startOf(from, source.card)} copiedFrom={copiedFrom(from, source.row)} />
  }
  return (
    <Page top={<CardsTop back={{ href: '/cards/', text: words.toCards }} />}>
      {wrong === undefined ? (
        <p role="status">{words.loadingOne}</p>
      ) : (
        <Stack>
          <p role="alert">{wrong}</p>
          <Button onClick={onBack}>{words.toCards}</Button>
        </Stack>
      )}
    </Page>
  )
}

const startOf = ({ how }: DraftFrom, card: Card): DraftCard =>
  how === 'copy' ? copyOf(card, words.edit.copyTitleOf(card.title)) : draftOf(card)

/** A copy names the card that it is made from; a changed card keeps the one it once came from. */
const copiedFrom = ({ how }: DraftFrom, row: CardRow): { hash: string; title: string } | undefined =>
  how === 'copy' ? { hash: row.hash, title: row.title } : row.provenance?.copiedFrom
