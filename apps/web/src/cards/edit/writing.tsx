'use client'

import type { CardFinding, CardRow } from '@evenkeel/protocol/constants'
import { useState } from 'react'
import { cardsWords as words } from '../../words/en/cards.ts'
import { type SaveAnswer, saveCard } from '../cards-calls.ts'
import { cardOf, copyOf, type DraftCard, freeId } from './draft-card.ts'
import { type DraftFrom, draftKey, dropDraft, keepDraft, readDraft } from './drafts.ts'
import { EditPanel } from './edit-panel.tsx'
import { useCheck } from './use-check.ts'

interface WritingProps {
  from: DraftFrom
  start: DraftCard
  copiedFrom: { hash: string; title: string } | undefined
  rows: readonly CardRow[]
  load: () => Promise<readonly CardRow[] | undefined>
  onBack: () => void
  onSaved: (row: CardRow) => void
}

/** A draft from its first key to its saving. Each change is kept on this device before anything else happens. */
export function Writing({ from, start, copiedFrom, rows, load, onBack, onSaved }: WritingProps) {
  const [kept] = useState(() => readDraft(localStorage, draftKey(from)))
  const [card, setCard] = useState(kept?.card ?? start)
  const [restoredAt, setRestoredAt] = useState(kept?.at)
  const [keptAt, setKeptAt] = useState<number | null | undefined>(kept?.at)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [refused, setRefused] = useState<CardFinding[]>()
  const [newest, setNewest] = useState<{ row: CardRow | undefined }>()
  const source = copiedFrom?.hash
  const named = (draft: DraftCard, all: readonly CardRow[]) => ({
    ...cardOf(draft),
    ...(from.how !== 'edit' && { id: freeId(draft.title, new Set(all.map(({ id }) => id))) }),
  })
  const checked = useCheck(named(card, rows), source)
  const check =
    refused !== undefined && checked !== 'offline'
      ? { problems: refused, notices: checked?.notices ?? [] }
      : checked

  const change = (next: DraftCard) => {
    setCard(next)
    setRefused(undefined)
    const at = Date.now()
    setKeptAt(keepDraft(localStorage, { from, card: next, at }) ? at : null)
  }
  const save = async (how: { replaces?: string | undefined; asCopy?: boolean } = {}) => {
    setBusy(true)
    setWrong(undefined)
    const replaces = how.asCopy || from.how !== 'edit' ? undefined : (how.replaces ?? from.hash)
    const own = how.asCopy ? copyOf(cardOf(card), words.edit.copyTitleOf(card.title)) : card
    const send = (all: readonly CardRow[]) =>
      saveCard(
        replaces === undefined
          ? { ...cardOf(own), id: freeId(own.title, new Set(all.map(({ id }) => id))) }
          : cardOf(own),
        { replaces, copiedFrom: source },
      )
    let answer = await send(rows)
    // Somebody took that id since the list was fetched: once more, with one that is free now.
    if (answer.kind === 'taken') answer = await send((await load()) ?? rows)
    await after(answer)
    setBusy(false)
  }
  const after = async (answer: SaveAnswer) => {
    switch (answer.kind) {
      case 'saved':
        dropDraft(localStorage, draftKey(from))
        return onSaved(answer.row)
      case 'problems':
        setRefused(answer.problems)
        return setWrong(answer.say)
      case 'changed': {
        const all = (await load()) ?? rows
        return setNewest({ row: all.find(({ id }) => id === card.id) })
      }
      case 'taken':
        return setWrong(words.edit.taken)
      case 'failed':
        return setWrong(`${words.edit.notSaved} ${answer.say}`)
    }
  }

  return (
    <EditPanel
      card={card}
      how={from.how}
      copiedFrom={copiedFrom?.title}
      check={check}
      keptAt={keptAt}
      restoredAt={restoredAt}
      busy={busy}
      wrong={wrong}
      changed={
        newest && {
          theirs: newest.row?.hash,
          by: newest.row?.provenance?.savedBy,
          onMine: () => void save({ replaces: newest.row?.hash }),
          onCopy: () => void save({ asCopy: true }),
        }
      }
      onChange={change}
      onSave={() => void save()}
      onRestart={() => {
        dropDraft(localStorage, draftKey(from))
        setCard(start)
        setRestoredAt(undefined)
        setKeptAt(undefined)
        setRefused(undefined)
      }}
      onBack={onBack}
    />
  )
}
