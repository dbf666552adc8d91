'use client'

import type { Seat } from '@evenkeel/classroom/view'
import { useEffect, useState } from 'react'

type Player = 'customer' | 'officer'

/**
 * The player's seat that this tab had in this room before its person came to observe there, or undefined. Kept over a
 * reload and a phone that slept: who was away is told what became of their seat.
 */
export function useSeatBefore(room: string, seat: Seat | undefined): Player | undefined {
  const [before, setBefore] = useState<Player>()
  useEffect(() => {
    // The first room of every class has the same name: a phone goes from one class to the next in one tab.
    const inClass = new URLSearchParams(location.search).get('class') ?? ''
    const key = `evenkeel-seat ${inClass} ${room}`
    if (seat === 'observer') setBefore(read(key))
    else {
      setBefore(undefined)
      if (seat !== undefined) keep(key, seat)
    }
  }, [room, seat])
  return before
}

function read(key: string): Player | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept === 'customer' || kept === 'officer' ? kept : undefined
  } catch {
    return undefined
  }
}

function keep(key: string, seat: Player): void {
  try {
    sessionStorage.setItem(key, seat)
  } catch {
    // A window that keeps nothing says nothing after a reload.
  }
}
