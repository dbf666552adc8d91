'use client'

import { LONGEST } from '@evenkeel/classroom/view'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Stack } from '../look/page.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'

interface AnnounceProps {
  /** Where nothing else tells what is said already, it stands above. */
  children?: ReactNode
  act: Act
  onClose: () => void
}

/** One sentence to every phone, and on the projector if wanted. What is said stands on the console, to be taken back. */
export function AnnounceSheet({ children, act, onClose }: AnnounceProps) {
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
      {children}
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
