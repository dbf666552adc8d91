'use client'

import type { ConsoleView } from '@evenkeel/classroom/view'
import type { Act } from '../live/class-link.ts'
import type { Place } from './places.ts'
import { SeatSheet, type SeatWish } from './seat-sheet.tsx'

interface RoundSeatProps {
  person: string
  view: ConsoleView
  names: Readonly<Record<string, string>>
  act: Act
  onDismiss: (id: string) => void
  onClose: () => void
}

interface OpenRoom extends Place {
  readonly id: string
}

/** A seat in the round that runs: a free one, a swap, or a new room with somebody else who has none. */
export function RoundSeatSheet({ person, view, names, act, onDismiss, onClose }: RoundSeatProps) {
  const places = Object.entries(view.rooms)
    .filter(([, { phase }]) => phase.name !== 'done')
    .map(([id, { spot, seats }]): OpenRoom => ({ id, spot, seats }))
    .sort((a, b) => a.spot - b.spot)
  const stands = (id: string) => view.people[id]?.room == null
  const partners = Object.entries(view.people).flatMap(([id, { standing }]) =>
    id !== person && standing === 'present' && stands(id) ? [id] : [],
  )
  const mayOpen = stands(person) && partners.length > 0 && view.round?.kind === 'pairing'
  const go = (wish: SeatWish) => {
    if (wish.held !== null) return act('SwapSeats', { a: person, b: wish.held })
    if (wish.place === null && wish.partner !== null) {
      const { partner } = wish
      const first = wish.seat === 'customer'
      return act('OpenRoom', { customer: first ? person : partner, officer: first ? partner : person })
    }
    const room = places.find(({ spot }) => spot === wish.place?.spot)?.id
    return act('SeatPerson', { person, seat: wish.seat, ...(room !== undefined && { room }) })
  }
  return (
    <SeatSheet
      person={person}
      places={places}
      swaps={!stands(person)}
      {...(mayOpen && { newRoom: { partners } })}
      nameOf={id => names[id] ?? id}
      onGo={async wish => {
        const answer = await go(wish)
        if (answer.ok) return undefined
        onDismiss(answer.id)
        return answer.say
      }}
      onClose={onClose}
    />
  )
}
