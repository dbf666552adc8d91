'use client'

import type { Seat } from '@evenkeel/classroom/view'
import { useEffect, useState } from 'react'
import { remember, remembered } from './tab-memory.ts'

export type Player = 'customer' | 'officer'

/**
 * The player's seat that this tab had in this room before its person came to observe there, or undefined. Kept over a
 * reload and a phone that slept: who was away is told what became of their seat.
 */
export function useSeatBefore(room: string, seat: Seat | undefined): Player | undefined {
  const [before, setBefore] = useState<Player>()
  useEffect(() => setBefore(seatBefore(room, seat)), [room, seat])
  return before
}

/** Remembers a player's seat, and gives it back to whoever observes there now. */
export function seatBefore(room: string, seat: Seat | undefined): Player | undefined {
  if (seat === 'observer') return read(room)
  if (seat !== undefined) remember(name(room), seat)
  return undefined
}

const name = (room: string) => `seat ${room}`

function read(room: string): Player | undefined {
  const kept = remembered(name(room))
  return kept === 'customer' || kept === 'officer' ? kept : undefined
}
