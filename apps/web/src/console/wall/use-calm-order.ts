'use client'

import { useMemo, useRef, useState } from 'react'
import { CALM, calmOrder } from './calm-order.ts'

export interface CalmOrder {
  readonly ids: readonly string[]
  readonly held: boolean
  /** While somebody points at a tile or has the focus there, none moves. */
  readonly hold: (on: boolean) => void
}

/** The order of the tiles: changes at most every three seconds, and never under the pointer or the focus. */
export function useCalmOrder(wanted: readonly string[], now: number): CalmOrder {
  const [held, hold] = useState(false)
  const kept = useRef({ ids: wanted, at: now })
  const waits = held || now - kept.current.at < CALM
  const ids = calmOrder(kept.current.ids, wanted, waits)
  if (ids !== kept.current.ids) kept.current = { ids, at: waits ? kept.current.at : now }
  return useMemo(() => ({ ids, held, hold }), [ids, held])
}
