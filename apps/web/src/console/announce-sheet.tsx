'use client'

import type { Announcement } from '@evenkeel/classroom/view'
import { LONGEST } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Stack } from '../look/page.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'

interface AnnounceProps {
  announced: Announcement | null
  act: Act
  onClose: () => void
}

/** One sentence to every phone, and on the projector if wanted; what is said now can be taken back. */
export function AnnounceSheet({ announced, act, onClose }: AnnounceProps) {
  const say = words.console.announce
  const [text, setText] = useState('')
  const [wall, setWall] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const answer = await act('Announce', { text, wall })
    if (answer.ok) onClose()
  }
  return (
    <Sheet title={say.title} open onClose={onClose} close={words.console.class.back}>
      {announced !== null && (
        <Stack gap={2}>
          <p>
            <span className={look.soft}>{`${say.now}: `}</span>
            <span dir="auto">{announced.text}</span>
          </p>
          <Button onClick={() => void act('Announce', { text: null, wall: false })}>{say.takeBack}</Button>
        </Stack>
      )}
      <form onSubmit={submit}>
        <Stack gap={3}>
          <Field
            label={say.text}
            hint={say.hint}
            value={text}
            maxLength={LONGEST.announcement}
            onChange={event => setText(event.target.value)}
          />
          <label className={look.check}>
            <input type="checkbox" checked={wall} onChange={event => setWall(event.target.checked)} />
            <span>{say.wall}</span>
          </label>
          <Button kind="primary" type="submit" wide disabled={text.trim() === ''}>
            {say.go}
          </Button>
        </Stack>
      </form>
    </Sheet>
  )
}
