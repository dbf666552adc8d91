'use client'

import type { ConsoleView, PersonRow } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'

export interface PeopleProps {
  view: ConsoleView
  names: Readonly<Record<string, string>>
  presence: Readonly<Record<string, 'here' | 'away'>>
  /** On a projected screen nobody is named. */
  hidden?: boolean
  act: Act
}

/** Everybody in the class, in the order in which they came, with what may be done about each of them. */
export function PeoplePanel({ view, names, presence, hidden, act }: PeopleProps) {
  const people = Object.entries(view.people)
    .filter(
      ([, person]) =>
        person.role === 'trainee' && person.standing !== 'removed' && person.standing !== 'blocked',
    )
    .sort(([, a], [, b]) => a.joinedAt - b.joinedAt)
  if (hidden) {
    return (
      <Panel>
        <h2 className={look.small}>{`${words.console.people.title} (${people.length})`}</h2>
        <p className={look.soft}>{words.console.people.hidden}</p>
      </Panel>
    )
  }
  return (
    <Panel>
      <Stack gap={3}>
        <h2 className={look.small}>{`${words.console.people.title} (${people.length})`}</h2>
        {people.length === 0 && <p className={look.soft}>{words.console.people.nobody}</p>}
        <ul className={look.people}>
          {people.map(([id, person]) => (
            <PersonLine
              key={id}
              id={id}
              person={person}
              name={names[id] ?? id}
              here={presence[id] === 'here'}
              spot={person.room === null ? null : (view.rooms[person.room]?.spot ?? null)}
              running={
                view.round !== null && Object.values(view.rooms).some(room => room.phase.name !== 'done')
              }
              open={view.class.status === 'open'}
              act={act}
            />
          ))}
        </ul>
      </Stack>
    </Panel>
  )
}

interface LineProps {
  id: string
  person: PersonRow
  name: string
  here: boolean
  spot: number | null
  running: boolean
  /** The class is open: things may still be done. */
  open: boolean
  act: Act
}

function PersonLine({ id, person, name, here, spot, running, open, act }: LineProps) {
  const say = words.console.people
  const place = person.standing === 'set-aside' ? say.aside : spot === null ? say.waiting : say.inRoom(spot)
  return (
    <li className={look.person}>
      <details className={look.details}>
        <summary>
          <span className={here ? look.dotHere : look.dotAway} aria-hidden="true" />
          <span className={look.name}>
            <bdi>{name}</bdi>
          </span>
          <span className={look.soft}>
            {[place, here ? say.here : say.away, person.paper && say.onPaper].filter(Boolean).join(', ')}
          </span>
        </summary>
        {open && (
          <div className={look.actions}>
            {person.standing === 'set-aside' ? (
              <Button onClick={() => void act('BringBack', { person: id })}>{say.bringBack}</Button>
            ) : (
              <Button onClick={() => void act('SetAside', { person: id })}>{say.setAside}</Button>
            )}
            {running && person.standing === 'present' && spot === null && (
              <Button onClick={() => void act('SeatPerson', { person: id })}>{say.seat}</Button>
            )}
            <Button onClick={() => void act('HoldOnPaper', { person: id, on: !person.paper })}>
              {person.paper ? say.notPaper : say.paper}
            </Button>
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
