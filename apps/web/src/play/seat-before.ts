'use client'

import type { Seat } from '@evenkeel/classroom/view'
import { useEffect, useState } from 'react'
import { remember, remembered } from './tab-memory.ts'

type Player = 'customer' | 'officer'

/**
 * The player's seat that this tab had in this room before its person came to observe there, or undefined. Kept over a
 * reload and a phone that slept: who was away is told what became of their seat.
 */
export function useSeatBefore(room: string, seat: Seat | undefined): Player | undefined {
  const [before, setBefore] = useState<Player>()
  useEffect(() => {
    if (seat === 'observer') setBefore(read(room))
    else {
      setBefore(undefined)
      if (seat !== undefined) remember(name(room), seat)
    }
  }, [room, seat])
  return before
}

const name = (room: string) => `seat ${room}`

function read(room: string): Player | undefined {
  const kept = remembered(name(room))
  return kept === 'customer' || kept === 'officer' ? kept : undefined
}
