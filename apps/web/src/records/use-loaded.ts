import { useCallback, useEffect, useState } from 'react'
import type { Asked } from '../live/ask.ts'

/** What was asked of the server: undefined while it is under way. `again` asks anew and keeps what is shown meanwhile. */
export function useLoaded<T>(load: () => Promise<Asked<T>>): {
  loaded: Asked<T> | undefined
  again: () => Promise<void>
} {
  const [loaded, setLoaded] = useState<Asked<T>>()
  const again = useCallback(async () => setLoaded(await load()), [load])
  useEffect(() => {
    let gone = false
    void load().then(asked => {
      if (!gone) setLoaded(asked)
    })
    return () => {
      gone = true
    }
  }, [load])
  return { loaded, again }
}
