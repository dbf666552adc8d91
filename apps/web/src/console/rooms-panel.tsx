'use client'

import type { ConsoleView, PhaseView, RoomRow, WallCell } from '@evenkeel/classroom/view'
import { CircleAlert, ThumbsDown, ThumbsUp } from 'lucide-react'
import { clockText } from '../live/use-now.ts'
import { Button } from '../look/button.tsx'
import { Heat } from '../look/heat.tsx'
import { Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { SeatsList } from './seats-list.tsx'

export interface RoomsProps {
  view: ConsoleView
  wall: Readonly<Record<string, WallCell>>
  names: Readonly<Record<string, string>>
  now: number
  onOpen: (room: string) => void
}

/** Every room with its live state; rooms in which somebody calls for help first. */
export function RoomsPanel({ view, wall, names, now, onOpen }: RoomsProps) {
  const say = words.console.rooms
  const rooms = Object.entries(view.rooms)
  const calls = (id: string) => (wall[id]?.help.length ?? 0) > 0
  const sorted = rooms.sort(
    ([a, one], [b, other]) => Number(calls(b)) - Number(calls(a)) || one.spot - other.spot,
  )
  return (
    <Stack gap={3}>
      <h2>{say.title}</h2>
      {rooms.length === 0 && <p className={look.soft}>{say.none}</p>}
      <ul className={look.grid}>
        {sorted.map(([id, row]) => (
          <li key={id} className={look.tile} data-help={calls(id) || undefined}>
            <RoomTile id={id} row={row} cell={wall[id]} names={names} now={now} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}

export function phaseText(phase: PhaseView, now: number): string {
  const name = words.console.phases[phase.held ? 'held' : phase.name] ?? phase.name
  const left =
    phase.endsAt === undefined ? phase.remaining : phase.endsAt - Math.max(now, phase.startsAt ?? now)
  return left === undefined ? name : `${name} · ${clockText(left)}`
}

interface TileProps {
  id: string
  row: RoomRow
  cell: WallCell | undefined
  names: Readonly<Record<string, string>>
  now: number
  onOpen: (room: string) => void
}

function RoomTile({ id, row, cell, names, now, onOpen }: TileProps) {
  const say = words.console.rooms
  const named = (people: readonly string[]) => people.map(person => names[person] ?? person).join(', ')
  const sitting = 2 + row.seats.observers.length
  return (
    <Stack gap={2}>
      <div className={look.between}>
        <h3 className={look.small}>{say.spot(row.spot)}</h3>
        <span className={look.phase}>{phaseText(row.phase, now)}</span>
      </div>
      <SeatsList seats={row.seats} names={names} />
      <p className={look.soft}>{row.title}</p>
      {cell !== undefined && (
        <p className={look.signs}>
          <Heat level={cell.level} />
        </p>
      )}
      {cell !== undefined && (
        <p className={look.signs}>
          <span>
            <ThumbsUp size={16} aria-hidden="true" /> {say.helped(cell.helped)}
          </span>
          <span>
            <ThumbsDown size={16} aria-hidden="true" /> {say.hurt(cell.hurt)}
          </span>
        </p>
      )}
      {cell?.line && (
        <p className={look.last}>
          {words.roles[cell.line.seat]}: <bdi>{cell.line.text}</bdi>
        </p>
      )}
      {row.phase.name === 'briefing' && <p className={look.soft}>{say.ready(row.ready.length, sitting)}</p>}
      {row.phase.name === 'rating' && (
        <p className={look.soft}>{say.finished(row.finished.length, sitting)}</p>
      )}
      {row.stoppedBy !== null && (
        <p className={look.alarm}>{say.stoppedBy(names[row.stoppedBy] ?? row.stoppedBy)}</p>
      )}
      {row.away.length > 0 && <p className={look.alarm}>{say.awayNow(named(row.away))}</p>}
      {cell !== undefined && cell.help.length > 0 && (
        <p className={look.alarm}>
          <CircleAlert size={18} aria-hidden="true" /> {say.helpNow(named(cell.help))}
        </p>
      )}
      <Button onClick={() => onOpen(id)}>{say.open}</Button>
    </Stack>
  )
}
