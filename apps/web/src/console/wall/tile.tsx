'use client'

import type { Attention, RoomRow, Seats, WallCell } from '@evenkeel/classroom/view'
import type { Sign } from '@evenkeel/protocol/constants'
import { CircleAlert, CircleDashed, Hourglass, OctagonX, ThumbsDown, ThumbsUp, Unplug } from 'lucide-react'
import { memo } from 'react'
import { useCardLanguage } from '../../language/class-language.tsx'
import { Button } from '../../look/button.tsx'
import { Heat } from '../../look/heat.tsx'
import { words } from '../../words/en.ts'
import { PhaseNow, ReasonNow } from './now.tsx'
import { Spark } from './spark.tsx'
import look from './wall.module.css'

export interface TileProps {
  id: string
  row: RoomRow
  cell: WallCell | undefined
  need: Attention | undefined
  signs: Readonly<Record<string, Sign>>
  names: Readonly<Record<string, string>>
  open: boolean
  picked: boolean
  /** Left out where there is nothing to choose. */
  onPick: ((id: string, on: boolean) => void) | undefined
  onOpen: (room: string) => void
}

const ICONS = { help: CircleAlert, stop: OctagonX, away: Unplug } as const
const LOUD: readonly string[] = ['help', 'stop', 'away']

/** One room, to be read from two metres: where, why it needs somebody, how heated, who. */
export const Tile = memo(function Tile(props: TileProps) {
  const { id, row, cell, need, names, open, picked, onPick, onOpen } = props
  const say = words.console.rooms
  const named = (people: readonly string[]) => people.map(person => names[person] ?? person).join(', ')
  const sitting = 2 + row.seats.observers.length
  const Icon = (need && ICONS[need.reason as keyof typeof ICONS]) ?? Hourglass
  return (
    <li
      className={look.tile}
      data-room={id}
      data-need={need && (LOUD.includes(need.reason) ? 'loud' : 'quiet')}
      data-open={open || undefined}
    >
      <div className={look.top}>
        <h3 className={look.spot}>{say.spot(row.spot)}</h3>
        <p className={look.phase}>
          <PhaseNow phase={row.phase} />
        </p>
      </div>
      {need !== undefined && (
        <p className={look.need}>
          <Icon size={22} aria-hidden="true" />
          <ReasonNow need={need} />
        </p>
      )}
      {cell !== undefined && (
        <p className={look.temperature}>
          <Heat level={cell.level} large />
          <Spark cell={cell} />
        </p>
      )}
      <Sitting seats={row.seats} names={names} />
      <Absent {...props} />
      <p className={look.card} lang={useCardLanguage()}>
        {row.title}
      </p>
      {cell?.line && (
        <p className={look.line}>
          <span>{`${words.roles[cell.line.seat]}:`}</span> <bdi>{cell.line.text}</bdi>
        </p>
      )}
      {cell !== undefined && (
        <p className={look.marks}>
          <span data-latest={cell.mark?.mark === 'helped' || undefined}>
            <ThumbsUp size={18} aria-hidden="true" /> <span>{say.helped(cell.helped)}</span>
          </span>
          <span data-latest={cell.mark?.mark === 'hurt' || undefined}>
            <ThumbsDown size={18} aria-hidden="true" /> <span>{say.hurt(cell.hurt)}</span>
          </span>
          {cell.mark && <span className="visually-hidden">{words.wall.latest[cell.mark.mark]}</span>}
        </p>
      )}
      {row.phase.name === 'briefing' && <p className={look.soft}>{say.ready(row.ready.length, sitting)}</p>}
      {row.phase.name === 'rating' && (
        <p className={look.soft}>{say.finished(row.finished.length, sitting)}</p>
      )}
      {row.stoppedBy !== null && (
        <p className={look.alarm}>{say.stoppedBy(names[row.stoppedBy] ?? row.stoppedBy)}</p>
      )}
      {cell !== undefined && cell.help.length > 0 && (
        <p className={look.alarm}>{say.helpNow(named(cell.help))}</p>
      )}
      <div className={look.foot}>
        <Button className={look.open ?? ''} onClick={() => onOpen(id)}>
          {say.open}
        </Button>
        {onPick && (
          <label className={look.pick}>
            <input type="checkbox" checked={picked} onChange={event => onPick(id, event.target.checked)} />
            <span>{words.console.bulk.pick}</span>
            <span className="visually-hidden">{say.spot(row.spot)}</span>
          </label>
        )}
      </div>
    </li>
  )
})

/** Who sits there, a line each; a long name is cut, and whole in the room. */
const Sitting = memo(function Sitting({ seats, names }: { seats: Seats; names: TileProps['names'] }) {
  const rows = [
    { role: 'customer' as const, id: seats.customer },
    { role: 'officer' as const, id: seats.officer },
    ...seats.observers.map(id => ({ role: 'observer' as const, id })),
  ]
  return (
    <ul className={look.sitting}>
      {rows.map(({ role, id }) => {
        const name = id === null ? words.console.rooms.empty : (names[id] ?? id)
        return (
          <li key={`${role} ${id}`} data-role={role}>
            <span className={look.role}>{words.roles[role]}</span>
            <bdi className={look.name} title={name}>
              {name}
            </bdi>
          </li>
        )
      })}
    </ul>
  )
})

/** Whose device gives no sign. Said quietly: a phone that sleeps in a spoken scene is no alarm. */
function Absent({ row, cell, signs, names }: TileProps) {
  const { customer, officer, observers } = row.seats
  const said = [customer, officer, ...observers].flatMap(id => {
    const state =
      id === null ? undefined : (signs[id]?.state ?? (cell?.away.includes(id) ? 'gone' : undefined))
    return id === null || state === undefined ? [] : [{ id, state }]
  })
  return said.map(({ id, state }) => {
    const Icon = state === 'unsure' ? CircleDashed : Unplug
    return (
      <p key={id} className={look.sign} data-state={state}>
        <Icon size={18} aria-hidden="true" />
        <bdi>{names[id] ?? id}</bdi> <span>{words.wall.signs[state]}</span>
      </p>
    )
  })
}
