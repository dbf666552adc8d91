import { useEffect, useState } from 'react'
import { ask } from '../live/ask.ts'
import type { AskedSeat } from './seat-asked.tsx'

const LOOK_EVERY = 2_000

/** A seat that is asked for from this device: asked, looked after, taken back. `given` is called with the seat. */
export function useAskedSeat(given: (classId: string, seat: string) => void) {
  const [asked, setAsked] = useState<AskedSeat>()
  const waits = asked?.state === 'waiting'
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the waiting begins and ends it
  useEffect(() => {
    if (!waits) return
    let over = false
    const look = async () => {
      const answer = await ask<{ state: string; class?: string; seat?: string }>('GET', '/api/claims/mine')
      if (over) return
      if (answer.ok) {
        const { state, class: classId, seat } = answer.body
        if (classId !== undefined && seat !== undefined) return given(classId, seat)
        if (state === 'refused' || state === 'over') return setAsked(now => now && { ...now, state })
      }
      timer = setTimeout(look, LOOK_EVERY)
    }
    let timer = setTimeout(look, LOOK_EVERY)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [waits])
  return {
    asked,
    /** Resolves to a sentence if it was refused. */
    askFor: async (code: string, name: string) => {
      const answer = await ask<{ digits: string }>('POST', '/api/claims', { code, name })
      if (!answer.ok) return answer.say
      setAsked({ state: 'waiting', digits: answer.body.digits })
      return undefined
    },
    takeBack: () => {
      setAsked(undefined)
      void ask('DELETE', '/api/claims/mine')
    },
  }
}
