'use client'

import { useEffect, useState } from 'react'

export interface Walk {
  /** Where the instructor stands now. */
  readonly spot: number | null
  /** When they left each spot, by server time in ms. */
  readonly left: Readonly<Record<number, number>>
  readonly go: (spot: number | null) => void
}

/** Where the instructor stands and stood, in this tab: a phone that sleeps and loads anew still knows. */
export function useWalked(classId: string, now: number): Walk {
  const key = `evenkeel-walked ${classId}`
  const [walked, setWalked] = useState<Pick<Walk, 'spot' | 'left'>>({ spot: null, left: {} })
  useEffect(() => {
    const kept = read(key)
    if (kept !== undefined) setWalked(kept)
  }, [key])
  const go = (spot: number | null) => {
    const before = walked.spot
    const left = before === null ? walked.left : { ...walked.left, [before]: now }
    const next = { spot, left }
    setWalked(next)
    try {
      sessionStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A window that keeps nothing asks again after a reload.
    }
  }
  return { ...walked, go }
}

function read(key: string): Pick<Walk, 'spot' | 'left'> | undefined {
  try {
    const kept = sessionStorage.getItem(key)
    return kept === null ? undefined : JSON.parse(kept)
  } catch {
    return undefined
  }
}
