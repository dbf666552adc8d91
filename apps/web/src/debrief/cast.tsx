import type { Seats } from '@evenkeel/classroom/view'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import look from './cast.module.css'
import page from './debrief.module.css'
import { PersonName } from './person-name.tsx'
import type { NameOf } from './shown-scene.ts'

/** Who sat where. */
export function Cast({ seats, nameOf, me }: { seats: Seats; nameOf: NameOf; me: string | null }) {
  const { customer, officer, observers } = seats
  const all = [
    { role: 'officer', person: officer },
    { role: 'customer', person: customer },
    ...observers.map(person => ({ role: 'observer', person }) as const),
  ] as const
  return (
    <ul className={look.cast} aria-label={words.debrief.cast}>
      {all.map(({ role, person }) => (
        <li key={`${role} ${person}`}>
          <RoleBadge role={role} />
          {person === null ? (
            <span className={page.soft}>{words.debrief.nobody}</span>
          ) : (
            <PersonName person={person} nameOf={nameOf} me={me} />
          )}
        </li>
      ))}
    </ul>
  )
}
