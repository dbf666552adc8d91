'use client'

import { LONGEST } from '@evenkeel/classroom/view'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { useTick } from '../look/use-tick.ts'
import { playWords } from '../words/en/play.ts'
import look from './own-choices.module.css'
import prose from './prose.module.css'
import { placeOf, type Stage } from './stage.ts'

const text = playWords.debrief

interface YesProps {
  on: boolean
  means: string
  /** What has to be asked first gives a promise of its answer. */
  onChange: (on: boolean) => unknown
  children: ReactNode
}

/** Something that a person agrees to and may take back. The tick moves at once, and back if it was refused. */
export function Yes({ on, means, onChange, children }: YesProps) {
  const id = useId()
  const [shown, change] = useTick(on, onChange)
  return (
    <div>
      <label className={look.yes}>
        <input
          type="checkbox"
          checked={shown}
          onChange={event => void change(event.target.checked)}
          aria-describedby={id}
        />
        <span>{children}</span>
      </label>
      <p id={id} className={prose.soft}>
        {means}
      </p>
    </div>
  )
}

/** Notes that nobody else reads. */
export function PrivateNote({ stage: { room, act } }: { stage: Stage }) {
  const [note, setNote] = useState('')
  const id = useId()
  return (
    <Panel tone="soft">
      <Stack gap={3}>
        <div>
          <h2>
            <label htmlFor={id}>{text.note}</label>
          </h2>
          <p className={prose.soft}>{text.noteMeans}</p>
        </div>
        {room.notes.map(kept => (
          <p key={kept.at} className={look.kept} dir="auto">
            {kept.text}
          </p>
        ))}
        <textarea
          id={id}
          className={look.note}
          rows={3}
          value={note}
          maxLength={LONGEST.note}
          dir="auto"
          onChange={event => setNote(event.target.value)}
        />
        <Button
          disabled={note.trim() === ''}
          onClick={() => {
            void act('WriteNote', { place: placeOf(room), text: note })
            setNote('')
          }}
        >
          {text.keepNote}
        </Button>
      </Stack>
    </Panel>
  )
}
