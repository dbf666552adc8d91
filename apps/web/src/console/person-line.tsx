'use client'

import type { PersonRow } from '@evenkeel/classroom/view'
import { LONGEST } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Field } from '../look/field.tsx'
import { words } from '../words/en.ts'
import { CameTwice, type Other } from './came-twice.tsx'
import look from './console.module.css'
import own from './people-panel.module.css'

interface LineProps {
  id: string
  person: PersonRow
  name: string
  /** The name as it is kept, without the number that tells two of one name apart. */
  plainName: string
  here: boolean
  /** Their seat is asked for from another device. */
  asks: boolean
  spot: number | null
  running: boolean
  /** The class is open: things may still be done. */
  open: boolean
  /** Other trainees of the class. */
  others: readonly Other[]
  act: Act
  onDismiss: (id: string) => void
  onSeat: () => void
  onName: (name: string) => Promise<string | undefined>
}

/** One person: where they are, and behind their name what may be done about them. */
export function PersonLine(props: LineProps) {
  const { id, person, name, here, asks, spot, running, open, act, onSeat } = props
  const say = words.console.people
  const place = person.standing === 'set-aside' ? say.aside : spot === null ? say.waiting : say.inRoom(spot)
  const present = person.standing === 'present'
  return (
    <li className={own.person}>
      <details className={look.details}>
        <summary>
          <span className={here ? own.dotHere : own.dotAway} aria-hidden="true" />
          <span className={own.name}>
            <bdi>{name}</bdi>
          </span>
          <span className={look.soft}>
            {[place, here ? say.here : say.away, person.paper && say.onPaper, asks && say.asksShort]
              .filter(Boolean)
              .join(', ')}
          </span>
        </summary>
        {open && (
          <div className={own.actions}>
            {running && present && spot === null && (
              <Button onClick={() => void act('SeatPerson', { person: id })}>{say.seat}</Button>
            )}
            {running && present && <Button onClick={onSeat}>{spot === null ? say.choose : say.move}</Button>}
            {person.standing === 'set-aside' ? (
              <Button onClick={() => void act('BringBack', { person: id })}>{say.bringBack}</Button>
            ) : (
              <Button onClick={() => void act('SetAside', { person: id })}>{say.setAside}</Button>
            )}
            <Button onClick={() => void act('HoldOnPaper', { person: id, on: !person.paper })}>
              {person.paper ? say.notPaper : say.paper}
            </Button>
            <Rename {...props} />
            {props.others.length > 0 && <CameTwice {...props} />}
            <ConfirmButton
              really={say.reallyRemove}
              onConfirm={() => void act('RemovePerson', { person: id, block: false })}
            >
              {say.remove}
            </ConfirmButton>
            <ConfirmButton
              really={say.reallyBlock}
              onConfirm={() => void act('RemovePerson', { person: id, block: true })}
            >
              {say.block}
            </ConfirmButton>
          </div>
        )}
      </details>
    </li>
  )
}

function Rename({ plainName, onName }: LineProps) {
  const say = words.console.people
  const [open, setOpen] = useState(false)
  const [next, setNext] = useState(plainName)
  const [wrong, setWrong] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const refused = await onName(next)
    setWrong(refused)
    if (refused === undefined) setOpen(false)
  }
  if (!open) return <Button onClick={() => setOpen(true)}>{say.rename}</Button>
  return (
    <form onSubmit={submit} className={look.rename}>
      <Field
        label={say.newName}
        value={next}
        wrong={wrong}
        maxLength={LONGEST.name}
        onChange={event => setNext(event.target.value)}
      />
      <Button type="submit">{say.saveName}</Button>
    </form>
  )
}
