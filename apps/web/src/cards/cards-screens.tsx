'use client'

import { rubric } from '@evenkeel/playbook/words'
import type { CardRow } from '@evenkeel/protocol/constants'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { late } from '../live/late.tsx'
import { Button } from '../look/button.tsx'
import { NotYet } from '../look/one-moment.tsx'
import { Page, Stack } from '../look/page.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import { BrowsePanel } from './browse-panel.tsx'
import { CardScreens } from './card-screens.tsx'
import { fetchCards } from './cards-calls.ts'
import { CardsTop } from './cards-top.tsx'
import { allDrafts, draftKey, dropDraft, type KeptDraft } from './edit/drafts.ts'
import { WriteScreen } from './edit/write-screen.tsx'
import type { CardFilter } from './filter-cards.ts'
import { ImportScreen } from './import-screen.tsx'
import type { PaperChoice } from './paper/class-on-paper.ts'
import { addressOf, type CardsPlace } from './place.ts'

/** Paper brings the rubric in every language, and is printed seldom: fetched when it is asked for. */
const PaperScreens = late(async () => (await import('./paper/paper-screens.tsx')).PaperScreens)

/** Three items, one of each group: a beginning that the instructor may change. */
const firstFocus = rubric.rotations.find(({ id }) => id === 'one-of-each')?.rounds[0] ?? []

/** What the address asks for, over one list of cards that stays while people go from screen to screen. */
export function CardsScreens({ place, go }: { place: CardsPlace; go: (address: string) => void }) {
  const [rows, setRows] = useState<readonly CardRow[]>()
  const [wrong, setWrong] = useState<string>()
  const [filter, setFilter] = useState<CardFilter>({})
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [done, setDone] = useState<string>()
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>([])
  const [paper, setPaper] = useState<PaperChoice>({ groups: 6, size: 3, cards: [], focus: firstFocus })

  const load = useCallback(async () => {
    const asked = await fetchCards()
    setWrong(asked.ok ? undefined : asked.say)
    if (asked.ok) setRows(asked.body.cards)
    return asked.ok ? asked.body.cards : undefined
  }, [])
  useEffect(() => void load(), [load])

  const to = useCallback((next: CardsPlace) => go(addressOf(next)), [go])
  useEffect(() => {
    if (place.at === 'list') setDrafts(allDrafts(localStorage))
    if (place.at !== 'card') setDone(undefined)
  }, [place.at])
  useHeadingFocus(addressOf(place))

  if (rows === undefined) {
    return (
      <Page top={<CardsTop back={{ href: '/console/', text: words.back }} />}>
        {wrong === undefined ? (
          <p role="status">{words.loading}</p>
        ) : (
          <Stack>
            <p role="alert">{wrong}</p>
            <Button onClick={() => void load()}>{words.tryAgain}</Button>
          </Stack>
        )}
      </Page>
    )
  }
  switch (place.at) {
    case 'list':
      return (
        <BrowsePanel
          rows={rows}
          filter={filter}
          chosen={chosen}
          drafts={drafts.map(({ from, card, at }) => ({ key: draftKey(from), title: card.title, at }))}
          onFilter={setFilter}
          onChoose={setChosen}
          onOpen={hash => to({ at: 'card', hash })}
          onPaper={() => {
            if (chosen.length > 0) setPaper({ ...paper, cards: chosen })
            to({ at: 'choose-paper' })
          }}
          onWrite={() => to({ at: 'write', from: { how: 'new', hash: '' } })}
          onImport={() => to({ at: 'import' })}
          onContinue={({ key }) => {
            const draft = drafts.find(({ from }) => draftKey(from) === key)
            if (draft !== undefined) to({ at: 'write', from: draft.from })
          }}
          onThrowAway={({ key }) => {
            dropDraft(localStorage, key)
            setDrafts(allDrafts(localStorage))
          }}
        />
      )
    case 'card':
    case 'paper':
      return (
        <CardScreens
          key={place.hash}
          hash={place.hash}
          printed={place.at === 'paper'}
          focus={paper.focus}
          done={done}
          to={to}
          onDeleted={async () => {
            await load()
            to({ at: 'list' })
          }}
        />
      )
    case 'write':
      return (
        <WriteScreen
          key={draftKey(place.from)}
          from={place.from}
          rows={rows}
          load={load}
          onBack={() => to(place.from.how === 'new' ? { at: 'list' } : { at: 'card', hash: place.from.hash })}
          onSaved={async row => {
            await load()
            setDone(words.edit.saved)
            to({ at: 'card', hash: row.hash })
          }}
        />
      )
    case 'import':
      return <ImportScreen onImported={load} onBack={() => to({ at: 'list' })} />
    case 'choose-paper':
    case 'class-paper':
      return (
        <Suspense fallback={<NotYet />}>
          <PaperScreens
            rows={rows}
            choice={{ ...paper, cards: paper.cards.filter(hash => rows.some(row => row.hash === hash)) }}
            shown={place.at === 'class-paper'}
            onChoice={setPaper}
            to={to}
          />
        </Suspense>
      )
  }
}

/** A new screen begins at its heading, for the keyboard and for who listens. The first one keeps the browser's own start. */
function useHeadingFocus(address: string): void {
  const before = useRef(address)
  useEffect(() => {
    if (before.current === address) return
    before.current = address
    window.scrollTo(0, 0)
    const heading = document.querySelector('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }, [address])
}
