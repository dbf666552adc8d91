'use client'

import { LONGEST } from '@evenkeel/classroom/view'
import { type ChangeEvent, type FormEvent, useId, useMemo, useState } from 'react'
import { Button } from '../look/button.tsx'
import { Stack } from '../look/page.tsx'
import { Sheet } from '../look/sheet.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { MOST_ON_ROSTER, parseRoster, type RosterPerson } from './parse-roster.ts'
import { LONGEST_ROSTER, rosterFile } from './roster-file.ts'
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
  // What is far too long is not read with every letter.
  const people = useMemo(() => (text.length > LONGEST_ROSTER ? [] : parseRoster(text)), [text])
  const load = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file === undefined) return
    const read =
      file.size > LONGEST_ROSTER
        ? ({ ok: false, why: 'size' } as const)
        : rosterFile(await file.arrayBuffer())
    setWrong(read.ok ? undefined : say.noList[read.why])
    if (read.ok) setText(read.text)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const problem = problemOf(text, people)
    if (problem !== undefined) return setWrong(problem)
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

/** What the server would refuse, said before it is sent and with the name that it is about. */
function problemOf(text: string, people: readonly RosterPerson[]): string | undefined {
  const say = words.console.roster
  if (text.length > LONGEST_ROSTER) return say.noList.size
  if (people.length > MOST_ON_ROSTER) return say.tooMany(people.length, MOST_ON_ROSTER)
  const long = people.findIndex(
    ({ name, staffNumber = '' }) => name.length > LONGEST.name || staffNumber.length > LONGEST.name,
  )
  if (long >= 0) return say.tooLong(long + 1, LONGEST.name)
  const broken = people.findIndex(({ name }) => name.includes('\ufffd'))
  return broken >= 0 ? say.broken(broken + 1) : undefined
}

const quoted = (text: string) => (/[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const textOf = ({ people }: Roster): string =>
  people
    .map(({ name, staffNumber }) => [name, staffNumber ?? ''].filter(Boolean).map(quoted).join(', '))
    .join('\n')
