'use client'

import { useEffect } from 'react'

/** Makes the whole page dark while it is shown, for whoever shall look up from it; then as it was. */
export function useDark(on: boolean): void {
  useEffect(() => {
    if (!on) return
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = 'dark'
    return () => {
      if (before === undefined) delete dataset.theme
      else dataset.theme = before
    }
  }, [on])
}
