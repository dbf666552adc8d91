'use client'

import type { ConsoleView } from '@evenkeel/classroom/view'
import { useRef, useState } from 'react'
import { tilesOf } from './calm-order.ts'
import { isShown, type Needs, type Show } from './shown-rooms.ts'
import type { CalmOrder } from './use-calm-order.ts'

/** With more rooms than this, finding one and choosing a size is offered. */
const MANY = 6

export interface ShownRooms {
  /** Whether there are so many rooms that some may be looked for. */
  readonly many: boolean
  readonly search: string
  readonly setSearch: (search: string) => void
  readonly show: Show
  readonly setShow: (show: Show) => void
  /** The tiles, in order. Keys go through the same rooms. */
  readonly ids: readonly string[]
  /** The tiles stand still because somebody points at them, and would not otherwise. */
  readonly waits: boolean
}

/** Which rooms are looked for, and the tiles for them. */
export function useShownRooms(
  view: Pick<ConsoleView, 'rooms'>,
  needs: Needs,
  order: CalmOrder,
  names: Readonly<Record<string, string>>,
): ShownRooms {
  const [search, setSearch] = useState('')
  const [show, setShow] = useState<Show>('all')
  const before = useRef({ asked: '', ids: new Set<string>() })
  const many = order.ids.length > MANY
  // Where nothing can be looked for, nothing is left out.
  const asked = many ? `${show} ${search}` : ''
  const fits = (id: string) => {
    const row = view.rooms[id]
    if (row === undefined) return false
    return !many || isShown(row, needs[id] !== undefined, show, search, person => names[person] ?? person)
  }
  // Whoever asks for other rooms wants to see them at once.
  const held = order.held && before.current.asked === asked
  const ids = tilesOf(order.ids, fits, before.current.ids, held)
  before.current = { asked, ids: new Set(ids) }
  const waits = order.waits || (held && !ids.every(fits))
  return { many, search, setSearch, show, setShow, ids, waits }
}
