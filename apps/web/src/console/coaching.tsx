'use client'

import type { WatchView } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { words } from '../words/en.ts'
import own from './coaching.module.css'
import look from './console.module.css'
import { placeIn } from './room-tools.tsx'
import { Select } from './select.tsx'

interface CoachingProps {
  room: NonNullable<WatchView['room']>
  names: Readonly<Record<string, string>>
  act: Act
}

/** The card's two complications; each can be dropped in once, while the scene runs. */
export function Twists({ room, act }: Omit<CoachingProps, 'names'>) {
  const say = words.console.room
  const lang = useCardLanguage()
  const { name } = room.phase
  const open = name === 'scene' || name === 'time-out' || name === 'retake'
  const dropped = room.scenes.at(-1)?.twists.map(twist => twist.index) ?? []
  return (
    <ul className={look.list}>
      {room.twists.map((twist, index) => {
        const which = index === 0 ? 0 : 1
        return (
          <li key={twist.text} className={own.twist}>
            <span>
              <strong className={look.block}>{say.twist(words.roles[twist.to])}</strong>
              <span lang={lang}>{twist.text}</span>
            </span>
            {dropped.includes(which) ? (
              <span className={look.soft}>{say.dropped}</span>
            ) : (
              <Button
                disabled={!open}
                onClick={() => void act('DropTwist', { place: placeIn(room), index: which })}
              >
                {say.drop}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A private note to one seat; nobody else in the room sees it. */
export function WhisperForm({ room, names, act }: CoachingProps) {
  const say = words.console.room
  const { customer, officer, observers } = room.seats
  const people = [
    { seat: 'officer' as const, id: officer },
    { seat: 'customer' as const, id: customer },
    ...observers.map(id => ({ seat: 'observer' as const, id })),
  ]
  const seated = people.flatMap(({ seat, id }) => (id === null ? [] : [{ seat, id }]))
  const [picked, setTo] = useState('')
  const [text, setText] = useState('')
  const to = seated.some(({ id }) => id === picked) ? picked : seated[0]?.id
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (to === undefined || text.trim() === '') return
    const answer = await act('Whisper', { place: placeIn(room), to, text })
    if (answer.ok) setText('')
  }
  if (to === undefined) return null
  return (
    <form onSubmit={submit} className={look.whisper}>
      <Select
        label={say.whisper}
        value={to}
        onChange={setTo}
        options={seated.map(({ seat, id }) => ({
          value: id,
          text: say.seat(words.roles[seat], names[id] ?? id),
        }))}
      />
      <Field
        label={say.whisperText}
        value={text}
        maxLength={300}
        onChange={event => setText(event.target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {say.send}
      </Button>
    </form>
  )
}
