'use client'

import { type ChangeEvent, type FormEvent, useId, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Stack } from '../look/page.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { MOST_ON_ROSTER, parseRoster, rosterText } from './parse-roster.ts'
import type { Roster } from './use-roster.ts'

interface RosterSheetProps {
  roster: Roster
  onSave: (roster: Roster) => Promise<string | undefined>
  onClose: () => void
}

/** Whom the instructor expects: pasted or from a file, one a line. */
export function RosterSheet({ roster, onSave, onClose }: RosterSheetProps) {
  const say = words.console.roster
  const id = useId()
  const [text, setText] = useState(() => textOf(roster))
  const [shown, setShown] = useState(roster.shown)
  const [wrong, setWrong] = useState<string>()
  const people = parseRoster(text)
  const many = people.length > MOST_ON_ROSTER
  const load = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file !== undefined) setText(rosterText(await file.arrayBuffer()))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (many) return setWrong(say.tooMany(people.length, MOST_ON_ROSTER))
    const refused = await onSave({ people, shown })
    setWrong(refused)
    if (refused === undefined) onClose()
  }
  return (
    <Sheet title={say.title} open onClose={onClose} close={words.console.class.back}>
      <form onSubmit={submit}>
        <Stack gap={3}>
          <div className={look.whisper}>
            <label htmlFor={id}>{say.names}</label>
            <p id={`${id}-how`} className={look.soft}>
              {say.how}
            </p>
            <textarea
              id={id}
              aria-describedby={`${id}-how`}
              rows={8}
              className={look.textarea}
              value={text}
              onChange={event => setText(event.target.value)}
            />
          </div>
          <div className={look.whisper}>
            <label htmlFor={`${id}-file`}>{say.file}</label>
            <input id={`${id}-file`} type="file" accept=".csv,.txt,text/csv,text/plain" onChange={load} />
          </div>
          <label className={look.check}>
            <input type="checkbox" checked={shown} onChange={event => setShown(event.target.checked)} />
            <span>{say.shown}</span>
          </label>
          <p role="status">{say.count(people.length)}</p>
          <p role="alert" className={look.wrong}>
            {wrong}
          </p>
          <Button kind="primary" type="submit" wide>
            {say.save}
          </Button>
        </Stack>
      </form>
    </Sheet>
  )
}

const quoted = (text: string) => (/[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const textOf = ({ people }: Roster): string =>
  people
    .map(({ name, staffNumber }) => [name, staffNumber ?? ''].filter(Boolean).map(quoted).join(', '))
    .join('\n')
