'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { calmOrder, type Holds, nextOrder } from './calm-order.ts'

export interface CalmOrder {
  readonly ids: readonly string[]
  readonly held: boolean
  /** Held, and another order is wanted. */
  readonly waits: boolean
  /** While somebody points at a tile or has the focus there, none moves. */
  readonly hold: (by: keyof Holds, on: boolean) => void
}

/** The order of the tiles: changes at most every three seconds, and never under the pointer or the focus. */
export function useCalmOrder(wanted: readonly string[], now: number): CalmOrder {
  const [holds, setHolds] = useState<Holds>({ pointer: false, focus: false })
  const hold = useCallback(
    (by: keyof Holds, on: boolean) => setHolds(was => (was[by] === on ? was : { ...was, [by]: on })),
    [],
  )
  const kept = useRef({ ids: wanted, at: now })
  kept.current = nextOrder(kept.current, wanted, now, holds)
  const { ids } = kept.current
  const held = holds.pointer || holds.focus
  const waits = held && calmOrder(ids, wanted, false) !== ids
  return useMemo(() => ({ ids, held, waits, hold }), [ids, held, waits, hold])
}
