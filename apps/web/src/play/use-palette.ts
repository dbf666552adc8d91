import { useState } from 'react'

const KEY = 'evenkeel-palette'

/** Whether this device's observer names marks at once; kept where the browser keeps anything. */
export function usePalette(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(kept)
  return [
    on,
    next => {
      setOn(next)
      try {
        localStorage.setItem(KEY, next ? 'all' : 'two')
      } catch {
        // Private windows may keep nothing: it holds until the page is left.
      }
    },
  ]
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === 'all'
  } catch {
    return false
  }
}
