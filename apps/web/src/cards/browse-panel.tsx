'use client'

import type { CardRow } from '@evenkeel/protocol/constants'
import { FileUp, Plus, Printer } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { Page, Stack } from '../look/page.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import browse from './browse.module.css'
import { CardTile } from './card-tile.tsx'
import look from './cards.module.css'
import { CardsTop } from './cards-top.tsx'
import { ChosenFoot } from './chosen-foot.tsx'
import { type DraftHead, DraftsLeft } from './drafts-left.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type CardFilter, filterCards } from './filter-cards.ts'
import { NoneFit } from './none-fit.tsx'

export interface BrowseProps {
  rows: readonly CardRow[]
  filter: CardFilter
  /** Hashes. */
  chosen: readonly string[]
  drafts: readonly DraftHead[]
  onFilter: (filter: CardFilter) => void
  onChoose: (chosen: readonly string[]) => void
  onOpen: (hash: string) => void
  onPaper: () => void
  onWrite: () => void
  onImport: () => void
  onContinue: (draft: DraftHead) => void
  onThrowAway: (draft: DraftHead) => void
}

const say = words.browse

/** All cards of this server, to choose from, to read and to print. */
export function BrowsePanel(props: BrowseProps) {
  const { rows, filter, chosen, onFilter, onChoose } = props
  const shown = filterCards(rows, filter, words.sites)
  const picked = rows.filter(({ hash }) => chosen.includes(hash))
  const toggle = (hash: string) =>
    onChoose(chosen.includes(hash) ? chosen.filter(each => each !== hash) : [...chosen, hash])
  return (
    <Page
      wide
      top={<CardsTop back={{ href: '/console/', text: words.back }} />}
      foot={
        picked.length > 0 && (
          <ChosenFoot picked={picked} onPrint={props.onPaper} onClear={() => onChoose([])} />
        )
      }
    >
      <Stack gap={5}>
        <div className={browse.listHead}>
          <Stack gap={2}>
            <h1>{words.title}</h1>
            <p className={look.soft}>{say.intro}</p>
          </Stack>
          <div className={browse.ways}>
            <Button icon={<Printer size={20} />} onClick={props.onPaper}>
              {say.paper}
            </Button>
            <Button icon={<FileUp size={20} />} onClick={props.onImport}>
              {say.import}
            </Button>
            <Button icon={<Plus size={20} />} onClick={props.onWrite}>
              {say.write}
            </Button>
          </div>
        </div>
        <DraftsLeft drafts={props.drafts} onContinue={props.onContinue} onThrowAway={props.onThrowAway} />
        {rows.length === 0 ? (
          <div className={browse.empty}>
            <h2>{say.none}</h2>
            <p>{say.noneMeans}</p>
          </div>
        ) : (
          <>
            <FilterBar rows={rows} filter={filter} onFilter={onFilter} />
            <div className={browse.counted}>
              <p role="status">
                <strong>{say.shown(shown.length, rows.length)}</strong>
              </p>
              {Object.keys(filter).length > 0 && (
                <Button kind="plain" onClick={() => onFilter({})}>
                  {say.clear}
                </Button>
              )}
            </div>
            {shown.length === 0 ? (
              <NoneFit rows={rows} filter={filter} onFilter={onFilter} />
            ) : (
              <ul className={browse.grid} aria-label={say.list}>
                {shown.map(row => (
                  <CardTile
                    key={row.hash}
                    row={row}
                    chosen={chosen.includes(row.hash)}
                    onToggle={() => toggle(row.hash)}
                    onOpen={() => props.onOpen(row.hash)}
                  />
                ))}
              </ul>
            )}
            {rows.some(({ origin }) => origin === 'own') && (
              <p>
                <a href="/api/cards/export" download className={look.download}>
                  {say.exportOwn}
                </a>
              </p>
            )}
          </>
        )}
      </Stack>
    </Page>
  )
}
