'use client'

import type { Attention, ConsoleView, WallCell } from '@evenkeel/classroom/view'
import type { Sign } from '@evenkeel/protocol/constants'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { words } from '../../words/en.ts'
import { Select } from '../select.tsx'
import { Now } from './now.tsx'
import type { Needs } from './shown-rooms.ts'
import { Tile } from './tile.tsx'
import type { CalmOrder } from './use-calm-order.ts'
import type { ShownRooms } from './use-shown-rooms.ts'
import look from './wall.module.css'

type Size = keyof typeof words.wall.sizes

export interface WallProps {
  view: ConsoleView
  wall: Readonly<Record<string, WallCell>>
  signs?: Readonly<Record<string, Sign>>
  needs: Needs
  order: CalmOrder
  shown: ShownRooms
  names: Readonly<Record<string, string>>
  now: number
  room: { readonly id: string } | null
  picked: ReadonlySet<string>
  onPick: ((id: string, on: boolean) => void) | undefined
  onOpen: (room: string) => void
}

const NO_SIGNS: Readonly<Record<string, Sign>> = {}

/** Every room as a tile; those that need somebody first. */
export function WallPanel(props: WallProps) {
  const { view, signs = NO_SIGNS, order, shown, names, now, room, picked } = props
  // A frame may change a hundred tiles: they are drawn in pieces, and a key or a click goes first.
  const wall = useDeferredValue(props.wall)
  const say = words.wall
  const [size, setSize] = useState<Size>()
  const needs = useSteady(props.needs)
  const pick = useLatest(props.onPick)
  const onOpen = useLatest(props.onOpen)
  const count = order.ids.length
  const { ids } = shown
  const needed = Object.keys(needs).length
  const sized = size ?? (count > 30 ? 'small' : count > 9 ? 'medium' : 'large')
  const tiles = useReleased(order)
  return (
    <>
      <div className={look.head}>
        <p className={look.needs} role="status" data-some={needed > 0 || undefined}>
          {say.needs(needed)}
        </p>
        {/* Its place is always kept: what comes and goes above the tiles would move them. */}
        <p className={look.held} data-on={shown.waits || undefined}>
          {say.held}
        </p>
      </div>
      {shown.many && (
        <div className={look.tools}>
          <Field
            label={say.search}
            value={shown.search}
            onChange={event => shown.setSearch(event.target.value)}
          />
          <Select
            label={say.show}
            value={shown.show}
            onChange={value => shown.setShow(value === 'needing' || value === 'playing' ? value : 'all')}
            options={[
              { value: 'all', text: say.all },
              { value: 'needing', text: say.needing },
              { value: 'playing', text: say.playing },
            ]}
          />
          <Select
            label={say.size}
            value={sized}
            onChange={value => setSize(value in say.sizes ? (value as Size) : 'medium')}
            options={Object.entries(say.sizes).map(([value, text]) => ({ value, text }))}
          />
        </div>
      )}
      {ids.length === 0 && count > 0 && <p className={look.soft}>{say.noneFit}</p>}
      <Now value={now}>
        <ul
          ref={tiles}
          className={look.wall}
          data-size={sized}
          onPointerEnter={() => order.hold('pointer', true)}
          onPointerLeave={() => order.hold('pointer', false)}
          onFocus={() => order.hold('focus', true)}
          onBlur={event => {
            if (!event.currentTarget.contains(event.relatedTarget)) order.hold('focus', false)
          }}
        >
          {ids.map(id => {
            const row = view.rooms[id]
            return (
              row && (
                <Tile
                  key={id}
                  id={id}
                  row={row}
                  cell={wall[id]}
                  need={needs[id]}
                  signs={signs}
                  names={names}
                  open={room?.id === id}
                  picked={picked.has(id)}
                  onPick={props.onPick && pick}
                  onOpen={onOpen}
                />
              )
            )
          })}
        </ul>
      </Now>
    </>
  )
}

/** Nothing says so when the tile with the focus, or the whole wall beneath a pointer, is taken away: then nobody holds it. */
function useReleased({ held, hold }: CalmOrder) {
  const tiles = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (held && !tiles.current?.contains(document.activeElement)) hold('focus', false)
  })
  useEffect(
    () => () => {
      hold('pointer', false)
      hold('focus', false)
    },
    [hold],
  )
  return tiles
}

/** The same function for all time, which calls the newest one: a new one each time would draw every tile anew. */
function useLatest<A extends readonly unknown[]>(run: ((...given: A) => void) | undefined) {
  const latest = useRef(run)
  latest.current = run
  return useRef((...given: A) => latest.current?.(...given)).current
}

/** What is the same as before stays the same value. */
function useSteady(needs: Needs): Needs {
  const kept = useRef<Record<string, Attention>>({})
  kept.current = Object.fromEntries(
    Object.entries(needs).map(([id, need]) => {
      const known = kept.current[id]
      return [id, known?.reason === need.reason && known.since === need.since ? known : need]
    }),
  )
  return kept.current
}
