'use client'

import type { Card } from '@evenkeel/playbook/writing'
import type { CardRow } from '@evenkeel/protocol/constants'
import { Copy, Download, Pencil, Printer, Trash2 } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Page, Stack } from '../look/page.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import { CardFacts } from './card-facts.tsx'
import look from './cards.module.css'
import { CardsTop } from './cards-top.tsx'
import { exportAddress } from './chosen-foot.tsx'
import { Provenance } from './provenance.tsx'
import read from './read.module.css'
import { type Reading, ReadTabs } from './read-tabs.tsx'

export interface ReadProps {
  row: CardRow
  card: Card
  reading: Reading
  wrong: string | undefined
  /** A sentence about what was just done, such as saving. */
  done: string | undefined
  onReading: (reading: Reading) => void
  onBack: () => void
  onCopy: () => void
  onEdit: () => void
  onPrint: () => void
  onDelete: () => void
}

const say = words.read

/** One card, as each seat would see it. */
export function ReadPanel(props: ReadProps) {
  const { row, card } = props
  const own = row.origin === 'own'
  return (
    <Page wide top={<CardsTop back={{ href: '/cards/', text: words.toCards }} onBack={props.onBack} />}>
      <Stack gap={5}>
        <div className={look.between}>
          <Stack gap={3}>
            <h1>
              <bdi lang={row.language}>{row.title}</bdi>
            </h1>
            <CardFacts row={row} />
            <p>
              <span className={look.soft}>{`${words.browse.upsets}: `}</span>
              <bdi lang={row.language}>{row.contentNote}</bdi>
            </p>
            <Provenance row={row} />
          </Stack>
          <div className={read.deeds}>
            {own ? (
              <Button kind="primary" icon={<Pencil size={20} />} onClick={props.onEdit}>
                {say.edit}
              </Button>
            ) : (
              <Button kind="primary" icon={<Copy size={20} />} onClick={props.onCopy}>
                {say.copy}
              </Button>
            )}
            <Button icon={<Printer size={20} />} onClick={props.onPrint}>
              {say.print}
            </Button>
            {own && (
              <Button icon={<Copy size={20} />} onClick={props.onCopy}>
                {say.copy}
              </Button>
            )}
            <a className={look.download} href={exportAddress([row.id])} download>
              <Download aria-hidden="true" size={18} />
              <span>{say.export}</span>
            </a>
            {own && (
              <ConfirmButton
                kind="plain"
                icon={<Trash2 size={18} />}
                really={say.deleteReally}
                title={say.deleteMeans}
                onConfirm={props.onDelete}
              >
                {say.delete}
              </ConfirmButton>
            )}
          </div>
        </div>
        {props.done !== undefined && (
          <p className={look.good} role="status">
            {props.done}
          </p>
        )}
        {props.wrong !== undefined && (
          <p className={look.wrong} role="alert">
            {props.wrong}
          </p>
        )}
        <ReadTabs card={card} reading={props.reading} onReading={props.onReading} />
      </Stack>
    </Page>
  )
}
