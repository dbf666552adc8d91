'use client'

import { useEffect, useRef } from 'react'

/** Where keys are text. */
export const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select'

/**
 * Single keys as shortcuts, by what they write or are called, in small letters. Not while somebody types, not with Ctrl, Alt or Cmd, and not
 * while a dialog is open, which has its own Escape.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches(TYPING)
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]') !== null) return
      const wanted = latest.current[event.key.toLowerCase()]
      if (wanted === undefined) return
      event.preventDefault()
      wanted()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
