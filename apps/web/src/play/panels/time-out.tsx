'use client'

import { LONGEST } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import { clockText } from '../../live/use-now.ts'
import { Button } from '../../look/button.tsx'
import { Field } from '../../look/field.tsx'
import { Panel, Stack } from '../../look/page.tsx'
import { playWords } from '../../words/en/play.ts'
import { Notices } from '../notices.tsx'
import prose from '../prose.module.css'
import { nameOf, placeOf, type Stage, seatOfMe } from '../stage.ts'

const text = playWords.timeOut

export function TimeOut({ stage }: { stage: Stage }) {
  const { room, head } = stage
  const seat = seatOfMe(room)
  return (
    <Stack gap={5}>
      <Notices stage={stage} />
      <Stack gap={3}>
        <h1>{text.title}</h1>
        <p>{text.stands}</p>
        {seat !== 'officer' && room.phase.remaining !== undefined && (
          <p className={prose.huge}>{clockText(room.phase.remaining)}</p>
        )}
        {seat === 'customer' && <p>{text.customer}</p>}
        {head.medium === 'spoken' && <p>{text.spoken}</p>}
      </Stack>
      {head.medium === 'typed' && seat !== 'customer' && <Confer stage={stage} />}
    </Stack>
  )
}

/** Officer and observer think together; the customer never reads it. */
function Confer({ stage: { room, names, act } }: { stage: Stage }) {
  const [note, setNote] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (note.trim() === '') return
    void act('Confer', { place: placeOf(room), text: note })
    setNote('')
  }
  return (
    <Panel tone="soft">
      <Stack gap={3}>
        <h2>{text.confer}</h2>
        <ul className={prose.list} aria-live="polite">
          {room.asides.map(aside => (
            <li key={`${aside.at} ${aside.by} ${aside.text}`}>
              <strong>
                <bdi>{nameOf(names, aside.by)}</bdi>
              </strong>
              <span>{`: ${aside.text}`}</span>
            </li>
          ))}
        </ul>
        <form onSubmit={add}>
          <Field
            label={text.conferHint}
            value={note}
            maxLength={LONGEST.whisper}
            onChange={event => setNote(event.target.value)}
          />
          <Button type="submit" wide disabled={note.trim() === ''}>
            {text.add}
          </Button>
        </form>
      </Stack>
    </Panel>
  )
}

export function TimeOutFoot({ stage: { room, act } }: { stage: Stage }) {
  if (room.phase.mine !== true) return <p className={prose.soft}>{text.notMine}</p>
  return (
    <>
      <Button kind="primary" wide onClick={() => void act('EndTimeOut', { place: placeOf(room) })}>
        {text.resume}
      </Button>
      <p className={prose.soft}>{text.mine}</p>
    </>
  )
}
