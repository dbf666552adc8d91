'use client'

import type { WatchView } from '@evenkeel/classroom/view'
import { LONGEST } from '@evenkeel/classroom/view'
import { type FormEvent, useId, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { placeIn } from './room-tools.tsx'

interface NotesProps {
  room: NonNullable<WatchView['room']>
  open: boolean
  act: Act
}

/** Private notes: nobody but their author ever reads them. */
export function OwnNotes({ room, open, act }: NotesProps) {
  const say = words.console.room
  const id = useId()
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const answer = await act('WriteNote', { place: placeIn(room), text })
    if (answer.ok) setText('')
  }
  return (
    <Stack gap={3}>
      <ul className={look.list}>
        {room.notes.map(note => (
          <li key={`${note.at} ${note.text}`} className={look.note} dir="auto">
            {note.text}
          </li>
        ))}
      </ul>
      {open && (
        <form onSubmit={submit} className={look.whisper}>
          <label htmlFor={id}>{say.note}</label>
          <textarea
            id={id}
            rows={3}
            className={look.textarea}
            value={text}
            maxLength={LONGEST.note}
            onChange={event => setText(event.target.value)}
          />
          <Button type="submit" disabled={text.trim() === ''}>
            {say.keepNote}
          </Button>
        </form>
      )}
    </Stack>
  )
}
