'use client'

import { useEffect, useState } from 'react'

export interface Curtain {
  /** `ask`: not known yet whether this screen is projected. */
  readonly state: 'ask' | 'up' | 'down'
  readonly set: (state: 'up' | 'down') => void
}

/** Whether private content may show on this screen. Asked once per class in this tab; the key C drops and lifts it. */
export function useCurtain(classId: string): Curtain {
  const [state, setState] = useState<Curtain['state']>('ask')
  const key = `evenkeel-curtain ${classId}`
  useEffect(() => {
    const kept = sessionStorage.getItem(key)
    if (kept === 'up' || kept === 'down') setState(kept)
  }, [key])
  const set = (next: 'up' | 'down') => {
    setState(next)
    sessionStorage.setItem(key, next)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'c') return
      setState(known => {
        const next = known === 'up' ? 'down' : 'up'
        sessionStorage.setItem(key, next)
        return next
      })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [key])
  return { state, set }
}
