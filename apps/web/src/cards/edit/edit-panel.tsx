'use client'

import type { CardChecked } from '@evenkeel/protocol/constants'
import { type FormEvent, useMemo, useState } from 'react'
import { Button } from '../../look/button.tsx'
import { ConfirmButton } from '../../look/confirm-button.tsx'
import { Page, Row, Stack } from '../../look/page.tsx'
import { cardsWords } from '../../words/en/cards.ts'
import { CardsTop } from '../cards-top.tsx'
import { whenText } from '../drafts-left.tsx'
import { ChangedNotice, type ChangedProps } from './changed-notice.tsx'
import { CheckedDraft, goToField } from './checked.tsx'
import type { DraftCard } from './draft-card.ts'
import type { DraftFrom } from './drafts.ts'
import look from './edit.module.css'
import { EditForm } from './edit-form.tsx'
import { PartsNav } from './parts-nav.tsx'

export interface EditProps {
  card: DraftCard
  how: DraftFrom['how']
  /** The title of the card that this is a copy of. */
  copiedFrom?: string | undefined
  /** Nothing yet, or what the server said of the newest text that it saw; `offline`: it could not be asked. */
  check: CardChecked | 'offline' | undefined
  /** When the draft was last kept on this device; null: it cannot be kept here. */
  keptAt: number | null | undefined
  /** The draft was found on this device, from then. */
  restoredAt: number | undefined
  busy: boolean
  /** Why the last saving failed. */
  wrong: string | undefined
  changed: ChangedProps | undefined
  onChange: (card: DraftCard) => void
  onSave: () => void
  onRestart: () => void
  onBack: () => void
}

const say = cardsWords.edit
const titles = { new: say.newTitle, copy: say.copyTitle, edit: say.editTitle }

/** Writing a card: what is missing stands beside its field, and the foot says how much is left. */
export function EditPanel(props: EditProps) {
  const { card, how, check, busy, wrong } = props
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [insist, setInsist] = useState(how !== 'new')
  const [shown, setShown] = useState(0)
  const { problems, notices } = check === 'offline' || check === undefined ? none : check
  const checked = useMemo(
    () => ({
      problems,
      notices,
      touched: insist ? ('all' as const) : touched,
      touch: (field: string) => setTouched(before => new Set([...before, field])),
    }),
    [problems, notices, insist, touched],
  )
  const showNext = () => {
    const next = problems[shown % problems.length] ?? problems[0]
    setShown(shown + 1)
    setInsist(true)
    // After the sentence beside the field is on the screen.
    if (next !== undefined) requestAnimationFrame(() => goToField(next.field))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (problems.length > 0) showNext()
    else props.onSave()
  }
  const foot = (
    <div className={look.foot}>
      <div className={look.state}>
        <p role="status">
          {check === 'offline'
            ? say.unchecked
            : check === undefined
              ? say.checking
              : problems.length > 0
                ? say.missing(problems.length)
                : notices.length > 0
                  ? `${say.complete} ${say.alsoLook(notices.length)}`
                  : say.complete}
        </p>
        {typeof props.keptAt === 'number' && <p className={look.kept}>{say.kept(whenText(props.keptAt))}</p>}
      </div>
      <Row>
        {problems.length > 0 && <Button onClick={showNext}>{say.showNext}</Button>}
        <Button kind="primary" type="submit" form="edit-card" busy={busy}>
          {busy ? say.saving : say.save}
        </Button>
      </Row>
    </div>
  )
  return (
    <Page
      wide
      top={<CardsTop back={{ href: '/cards/', text: cardsWords.toCards }} onBack={props.onBack} />}
      foot={foot}
    >
      <form id="edit-card" onSubmit={submit} noValidate>
        <Stack gap={5}>
          <div>
            <h1>{titles[how]}</h1>
            {props.copiedFrom !== undefined && (
              <p className={look.hint}>
                <bdi>{say.copyOf(props.copiedFrom)}</bdi>
              </p>
            )}
          </div>
          {props.restoredAt !== undefined && (
            <div className={look.restored} role="status">
              <span>{say.restored(whenText(props.restoredAt))}</span>
              <ConfirmButton kind="plain" really={say.restartReally} onConfirm={props.onRestart}>
                {say.restart}
              </ConfirmButton>
            </div>
          )}
          {props.changed !== undefined && <ChangedNotice {...props.changed} busy={busy} />}
          {wrong !== undefined && (
            <p className={look.refused} role="alert">
              {wrong}
            </p>
          )}
          <CheckedDraft value={checked}>
            <div className={look.columns}>
              <PartsNav problems={problems} notices={notices} />
              <div className={look.parts}>
                <EditForm card={card} onChange={props.onChange} />
              </div>
            </div>
          </CheckedDraft>
        </Stack>
      </form>
    </Page>
  )
}

const none: CardChecked = { problems: [], notices: [] }
