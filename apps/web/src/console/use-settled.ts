'use client'

import { useEffect, useRef, useState } from 'react'

/** ms for which a button that has just come to mean something else takes no press: nobody has read it yet. */
const UNREAD = 700

/**
 * False just after `meaning` changed. What was about to be pressed is then something else: rooms that finish open their
 * debrief by themselves, and "Open the debrief" becomes "End this round" beneath a finger; a second click of a double click
 * would go two steps.
 */
export function useSettled(meaning: string): boolean {
  const [settled, setSettled] = useState(meaning)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const timer = setTimeout(() => setSettled(meaning), UNREAD)
    return () => clearTimeout(timer)
  }, [meaning])
  return settled === meaning
}
