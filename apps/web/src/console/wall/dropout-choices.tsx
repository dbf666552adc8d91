'use client'

import type { WatchView } from '@evenkeel/classroom/view'
import { Unplug } from 'lucide-react'
import { useState } from 'react'
import type { Act } from '../../live/class-link.ts'
import { Button } from '../../look/button.tsx'
import { ConfirmButton } from '../../look/confirm-button.tsx'
import { Row } from '../../look/page.tsx'
import { words } from '../../words/en.ts'
import { placeIn } from '../room-tools.tsx'
import look from './wall.module.css'

interface DropoutProps {
  me: string | null
  room: NonNullable<WatchView['room']>
  names: Readonly<Record<string, string>>
  act: Act
}

/** A typed scene stands because a player is missing: wait, somebody takes the seat, the partner moves, or it ends. */
export function DropoutChoices({ me, room, names, act }: DropoutProps) {
  const [waiting, setWaiting] = useState(false)
  const { customer, officer, observers } = room.seats
  const players = [
    { seat: 'customer' as const, id: customer },
    { seat: 'officer' as const, id: officer },
  ]
  const missing = players.filter(({ id }) => id === null || room.away.includes(id))
  if (room.phase.held !== true || missing.length === 0) return null
  const say = words.wall.dropout
  const nameOf = (id: string) => names[id] ?? id
  const lost = missing.map(({ seat, id }) => (id === null ? words.roles[seat] : nameOf(id)))
  const standIns = observers.filter(id => !room.away.includes(id))
  const partner = players.find(({ id }) => id !== null && !room.away.includes(id))?.id ?? null
  return (
    <section className={look.dropout}>
      <p className={look.alarm}>
        <Unplug size={20} aria-hidden="true" /> <bdi>{say.title(lost.join(', '))}</bdi>
      </p>
      {waiting ? (
        <p role="status">{say.waiting}</p>
      ) : (
        <Row>
          <Button onClick={() => setWaiting(true)}>{say.wait}</Button>
          {missing.flatMap(({ seat, id }) => {
            const instead = id === null ? {} : { instead: id }
            const take = (person: string) =>
              void act('SeatPerson', { person, room: room.id, seat, ...instead })
            const role = words.roles[seat]
            return [
              ...standIns.map(person => (
                <Button key={`${seat} ${person}`} onClick={() => take(person)}>
                  {say.take(nameOf(person), role)}
                </Button>
              )),
              me !== null && room.seats.customer !== me && room.seats.officer !== me && (
                <Button key={`${seat} me`} onClick={() => take(me)}>
                  {say.takeMyself(role)}
                </Button>
              ),
            ]
          })}
          {partner !== null && (
            <Button onClick={() => void act('SeatPerson', { person: partner })}>
              {say.move(nameOf(partner))}
            </Button>
          )}
          <ConfirmButton
            really={say.reallyEnd}
            onConfirm={() => void act('EndRoom', { place: placeIn(room) })}
          >
            {say.end}
          </ConfirmButton>
        </Row>
      )}
    </section>
  )
}
