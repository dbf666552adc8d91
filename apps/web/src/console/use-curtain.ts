'use client'

import { useEffect, useState } from 'react'
import { TYPING } from './use-keys.ts'

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
    const kept = read(key)
    if (kept === 'up' || kept === 'down') setState(kept)
  }, [key])
  const set = (next: 'up' | 'down') => {
    setState(next)
    keep(key, next)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches(TYPING)
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'c') return
      setState(known => {
        // Before the question was answered the key can only hide.
        const next = known === 'down' ? 'up' : 'down'
        keep(key, next)
        return next
      })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [key])
  return { state, set }
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, state: 'up' | 'down'): void {
  try {
    sessionStorage.setItem(key, state)
  } catch {
    // A window that keeps nothing asks again after a reload.
  }
}
