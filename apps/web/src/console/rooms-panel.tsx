'use client'

import type { ConsoleView, PhaseView, RoomRow, WallCell } from '@evenkeel/classroom/view'
import { CircleAlert, ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import type { Act } from '../live/class-link.ts'
import { clockText } from '../live/use-now.ts'
import { Button } from '../look/button.tsx'
import { Heat } from '../look/heat.tsx'
import { Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { BulkBar } from './bulk-bar.tsx'
import look from './console.module.css'
import { roomOrder } from './room-order.ts'
import own from './rooms-panel.module.css'
import { SeatsList } from './seats-list.tsx'
import { WarningsList } from './warnings-list.tsx'

export interface RoomsProps {
  view: ConsoleView
  wall: Readonly<Record<string, WallCell>>
  names: Readonly<Record<string, string>>
  now: number
  /** The room that is looked into. */
  room: { readonly id: string } | null
  act: Act
  onOpen: (room: string) => void
}

/** Every room with its live state; rooms in which somebody calls for help first. */
export function RoomsPanel({ view, wall, names, now, room, act, onOpen }: RoomsProps) {
  const say = words.console.rooms
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const sorted = roomOrder(view, wall)
  const chosen = sorted.filter(([id]) => picked.has(id))
  const pick = (id: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(id)
    else next.delete(id)
    setPicked(next)
  }
  const open = view.class.status === 'open'
  return (
    <Stack gap={3}>
      <h2>{say.title}</h2>
      {open && (
        <BulkBar
          rooms={chosen.length > 0 ? chosen : sorted}
          chosen={chosen.length > 0}
          act={act}
          onClear={() => setPicked(new Set())}
        />
      )}
      {view.round !== null && (
        <WarningsList
          warnings={view.round.warnings}
          deck={view.deck}
          nameOf={id => names[id] ?? id}
          title={words.console.warnings.round}
        />
      )}
      {sorted.length === 0 && <p className={look.soft}>{say.none}</p>}
      <ul className={own.grid}>
        {sorted.map(([id, row]) => (
          <li
            key={id}
            className={own.tile}
            data-help={(wall[id]?.help.length ?? 0) > 0 || undefined}
            data-open={room?.id === id || undefined}
          >
            <RoomTile
              id={id}
              row={row}
              cell={wall[id]}
              names={names}
              now={now}
              picked={picked.has(id)}
              onPick={open && sorted.length > 1 ? on => pick(id, on) : undefined}
              onOpen={onOpen}
            />
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
  picked: boolean
  onPick: ((on: boolean) => void) | undefined
  onOpen: (room: string) => void
}

function RoomTile({ id, row, cell, names, now, picked, onPick, onOpen }: TileProps) {
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
      <p className={look.soft} lang={useCardLanguage()}>
        {row.title}
      </p>
      {cell !== undefined && (
        <p className={own.signs}>
          <Heat level={cell.level} />
        </p>
      )}
      {cell !== undefined && (
        <p className={own.signs}>
          <span>
            <ThumbsUp size={16} aria-hidden="true" /> {say.helped(cell.helped)}
          </span>
          <span>
            <ThumbsDown size={16} aria-hidden="true" /> {say.hurt(cell.hurt)}
          </span>
        </p>
      )}
      {cell?.line && (
        <p className={own.last}>
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
      <div className={look.between}>
        <Button onClick={() => onOpen(id)}>{say.open}</Button>
        {onPick && (
          <label className={own.pick}>
            <input type="checkbox" checked={picked} onChange={event => onPick(event.target.checked)} />
            <span>{words.console.bulk.pick}</span>
            <span className="visually-hidden">{say.spot(row.spot)}</span>
          </label>
        )}
      </div>
    </Stack>
  )
}
