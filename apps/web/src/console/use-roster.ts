'use client'

import { useCallback, useEffect, useState } from 'react'
import { ask } from '../live/ask.ts'
import type { RosterPerson } from './parse-roster.ts'

export interface Roster {
  readonly people: readonly RosterPerson[]
  /** Whoever has the code may pick their name from it. */
  readonly shown: boolean
}

/** Whom the instructor expects. `save` resolves to a sentence if it was refused. */
export function useRoster(classId: string): {
  readonly roster: Roster
  readonly save: (roster: Roster) => Promise<string | undefined>
} {
  const [roster, setRoster] = useState<Roster>({ people: [], shown: false })
  const address = `/api/classes/${classId}/roster`
  useEffect(() => {
    void ask<Roster>('GET', address).then(asked => asked.ok && setRoster(asked.body))
  }, [address])
  const save = useCallback(
    async (next: Roster) => {
      const asked = await ask<Roster>('PUT', address, next)
      if (!asked.ok) return asked.say
      setRoster(asked.body)
      return undefined
    },
    [address],
  )
  return { roster, save }
}
