'use client'

import { useRef, useState } from 'react'

/**
 * A tick that moves at once when it is tapped, and back if what was asked for was refused. `onChange` gives a promise of the
 * answer where it has to be asked first.
 */
export function useTick(
  on: boolean,
  onChange: (on: boolean) => unknown,
): readonly [shown: boolean, change: (on: boolean) => Promise<void>] {
  const [wanted, setWanted] = useState<boolean>()
  const taps = useRef(0)
  const change = async (next: boolean) => {
    taps.current += 1
    const tap = taps.current
    setWanted(next)
    await onChange(next)
    // An older answer says nothing of the newest tap.
    if (tap === taps.current) setWanted(undefined)
  }
  return [wanted ?? on, change]
}
