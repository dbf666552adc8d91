'use client'

import type { Me } from '@evenkeel/classroom/view'
import { LONGEST } from '@evenkeel/classroom/view'
import { useId, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import type { OutboxState } from '../live/outbox.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import look from './own-choices.module.css'
import { Yes } from './own-choices.tsx'
import prose from './prose.module.css'
import { isSending } from './unsent.ts'

const text = playWords.takeAlong
const nothing = { keep: '', tryOut: '', note: '', shared: false }

interface TakeAlongProps {
  me: Me
  act: Act
  outbox: OutboxState
  /** It is the one thing to do on this screen. */
  primary?: boolean
  /** The class is over, and its projector shows nothing any more. */
  after?: boolean
}

/** One thing to keep, one to try, a note: theirs alone, unless they share the first two without their name. */
export function TakeAlong({ me, act, outbox, primary, after }: TakeAlongProps) {
  const kept = me.takeAlong ?? nothing
  const [own, setOwn] = useState(kept)
  const sending = isSending(outbox, 'TakeAlong')
  const refused = outbox.notSent.findLast(({ type }) => type === 'TakeAlong')
  const same = (['keep', 'tryOut', 'note', 'shared'] as const).every(part => own[part] === kept[part])
  const empty = `${own.keep}${own.tryOut}${own.note}`.trim() === ''
  const state = sending ? text.sending : me.takeAlong !== null && same ? text.kept : (refused?.say ?? '')
  return (
    <Panel>
      <Stack gap={4}>
        <h2>{text.title}</h2>
        <Written
          label={text.keep}
          value={own.keep}
          longest={LONGEST.sentence}
          onChange={keep => setOwn({ ...own, keep })}
        />
        <Written
          label={text.tryOut}
          value={own.tryOut}
          longest={LONGEST.sentence}
          onChange={tryOut => setOwn({ ...own, tryOut })}
        />
        <Yes
          on={own.shared}
          means={after ? text.shareMeansAfter : text.shareMeans}
          onChange={shared => setOwn({ ...own, shared })}
        >
          {text.share}
        </Yes>
        <Written
          label={text.note}
          hint={text.noteMeans}
          value={own.note}
          longest={LONGEST.note}
          onChange={note => setOwn({ ...own, note })}
        />
        <Button
          kind={primary ? 'primary' : 'quiet'}
          wide
          busy={sending}
          disabled={same || (empty && me.takeAlong === null)}
          onClick={() => void act('TakeAlong', own)}
        >
          {text.save}
        </Button>
        <p className={prose.soft} role="status">
          {state}
        </p>
      </Stack>
    </Panel>
  )
}

interface WrittenProps {
  label: string
  hint?: string
  value: string
  longest: number
  onChange: (text: string) => void
}

function Written({ label, hint, value, longest, onChange }: WrittenProps) {
  const id = useId()
  return (
    <div className={look.written}>
      <label htmlFor={id}>
        <strong>{label}</strong>
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={prose.soft}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        className={look.note}
        rows={2}
        value={value}
        maxLength={longest}
        dir="auto"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  )
}
