'use client'

import type { ConsoleView } from '@evenkeel/classroom/view'
import type { Claims } from '@evenkeel/protocol/constants'
import { Suspense, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { late } from '../live/late.tsx'
import { Button } from '../look/button.tsx'
import { Field } from '../look/field.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { notCome } from './parse-roster.ts'
import own from './people-panel.module.css'
import { PersonLine } from './person-line.tsx'
import { RoundSeatSheet } from './round-seat-sheet.tsx'
import type { Roster } from './use-roster.ts'

const RosterSheet = late(async () => (await import('./roster-sheet.tsx')).RosterSheet)

export interface PeopleProps {
  head: { readonly class: string }
  me: string | null
  view: ConsoleView
  /** Two people of one name are told apart here. */
  names: Readonly<Record<string, string>>
  plainNames: Readonly<Record<string, string>>
  presence: Readonly<Record<string, 'here' | 'away'>>
  roster: Roster
  claims?: Claims['claims']
  /** On a projected screen nobody is named. */
  hidden?: boolean
  act: Act
  onDismiss: (id: string) => void
  onRoster: (roster: Roster) => Promise<string | undefined>
  onName: (person: string, name: string) => Promise<string | undefined>
}

/** From so many people on there is a field to search. */
const MANY = 12

/** Everybody in the class, in the order in which they came, with what may be done about each of them. */
export function PeoplePanel(props: PeopleProps) {
  const { head, me, view, names, plainNames, presence, roster, hidden, act, onRoster, onName } = props
  const say = words.console.people
  const [sought, setSought] = useState('')
  const [seating, setSeating] = useState<string>()
  const [listing, setListing] = useState(false)
  const people = Object.entries(view.people)
    .filter(
      ([, { role, standing }]) => role === 'trainee' && standing !== 'removed' && standing !== 'blocked',
    )
    .sort(([, a], [, b]) => a.joinedAt - b.joinedAt)
  const title = `${say.title} (${people.length})`
  if (hidden) {
    return (
      <Panel>
        <h2 className={look.small}>{title}</h2>
        <p className={look.soft}>{say.hidden}</p>
      </Panel>
    )
  }
  const found = people.filter(([id]) => includes(names[id] ?? id, sought))
  const missing = notCome(
    roster.people,
    people.map(([id]) => plainNames[id] ?? ''),
  )
  const instructors = Object.entries(view.people).filter(([, { role }]) => role === 'instructor')
  const open = view.class.status === 'open'
  const running = Object.values(view.rooms).some(({ phase }) => phase.name !== 'done')
  return (
    <Panel>
      <Stack gap={3}>
        <div className={look.between}>
          <h2 className={look.small}>{title}</h2>
          {open && (
            <Button kind="plain" onClick={() => setListing(true)}>
              {words.console.roster.open}
            </Button>
          )}
        </div>
        {people.length === 0 && <p className={look.soft}>{say.nobody}</p>}
        {people.length >= MANY && (
          <Field label={say.search} value={sought} onChange={event => setSought(event.target.value)} />
        )}
        <ul className={own.people}>
          {found.map(([id, person]) => (
            <PersonLine
              key={id}
              id={id}
              person={person}
              name={names[id] ?? id}
              plainName={plainNames[id] ?? ''}
              here={presence[id] === 'here'}
              asks={props.claims?.some(claim => claim.people.includes(id)) === true}
              spot={person.room === null ? null : (view.rooms[person.room]?.spot ?? null)}
              running={running}
              open={open}
              others={people
                .filter(([other]) => other !== id)
                .map(([other]) => ({ id: other, name: names[other] ?? other }))}
              act={act}
              onDismiss={props.onDismiss}
              onSeat={() => setSeating(id)}
              onName={name => onName(id, name)}
            />
          ))}
        </ul>
        {open && <OneNow {...props} />}
        {open && <TakenOut {...props} />}
        {missing.length > 0 && (
          <details className={look.details}>
            <summary>{words.console.roster.missing(missing.length)}</summary>
            <ul className={own.missing}>
              {missing.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one name may stand there twice
                <li key={`${name} ${index}`}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </details>
        )}
        {me !== null && view.people[me]?.room != null && (
          <p>
            <a
              href={`/play/?class=${encodeURIComponent(head.class)}&as=instructor`}
              target="_blank"
              rel="noopener"
              className={look.cards}
            >
              {say.ownSeat(view.rooms[view.people[me]?.room ?? '']?.spot ?? 0)}
            </a>
          </p>
        )}
        {open && running && (
          <p className={look.who}>
            <span className={look.soft}>{`${words.console.seats.instructors}: `}</span>
            {instructors.map(([id]) => (
              <Button key={id} onClick={() => setSeating(id)}>
                <bdi>{names[id] ?? id}</bdi>
              </Button>
            ))}
          </p>
        )}
      </Stack>
      {seating !== undefined && (
        <RoundSeatSheet {...props} person={seating} onClose={() => setSeating(undefined)} />
      )}
      {listing && (
        <Suspense>
          <RosterSheet roster={roster} onSave={onRoster} onClose={() => setListing(false)} />
        </Suspense>
      )}
    </Panel>
  )
}

/** Entries that were made somebody else's a moment ago, as long as that may be taken back. */
function OneNow({ view, names, act }: PeopleProps) {
  const say = words.console.cameTwice
  return Object.entries(view.people).map(
    ([id, { into, undo }]) =>
      into !== undefined &&
      undo === true && (
        <p key={id} className={own.oneNow} role="status">
          <span>{say.oneNow(names[id] ?? id, names[into] ?? into)}</span>
          <Button kind="plain" onClick={() => void act('UndoMerge', { person: id })}>
            {say.twoAgain}
          </Button>
        </p>
      ),
  )
}

/** Who was removed, as long as the class is open: one press takes it back. */
function TakenOut({ view, names, act }: PeopleProps) {
  const { people, takenOut: say } = words.console
  const out = Object.entries(view.people).filter(
    ([, { standing, into }]) => (standing === 'removed' || standing === 'blocked') && into === undefined,
  )
  if (out.length === 0) return null
  return (
    <details className={look.details}>
      <summary>{say.title(out.length)}</summary>
      <p className={look.soft}>{say.means}</p>
      <ul className={own.missing}>
        {out.map(([id, { standing }]) => (
          <li key={id} className={own.oneNow}>
            <span>
              <bdi>{names[id] ?? id}</bdi>
              {standing === 'blocked' && <span className={look.soft}>{`, ${say.blocked}`}</span>}
            </span>
            <Button kind="plain" onClick={() => void act('BringBack', { person: id })}>
              {people.bringBack}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const includes = (name: string, sought: string) =>
  name.normalize('NFKC').toLowerCase().includes(sought.trim().normalize('NFKC').toLowerCase())
