import type { Seats } from '@evenkeel/classroom/view'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import look from './seats-list.module.css'

interface SeatsListProps {
  seats: Seats
  names: Readonly<Record<string, string>>
}

/** Who sits in a room, seat by seat. */
export function SeatsList({ seats, names }: SeatsListProps) {
  const nameOf = (id: string | null) => (id === null ? words.console.rooms.empty : (names[id] ?? id))
  const rows = [
    { role: 'customer' as const, id: seats.customer },
    { role: 'officer' as const, id: seats.officer },
    ...seats.observers.map(id => ({ role: 'observer' as const, id })),
  ]
  return (
    <ul className={look.seats}>
      {rows.map(({ role, id }) => (
        <li key={`${role} ${id}`}>
          <RoleBadge role={role} />
          <bdi>{nameOf(id)}</bdi>
        </li>
      ))}
    </ul>
  )
}
