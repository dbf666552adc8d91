import { useEffect, useRef } from 'react'
import { goToTime } from './go-to.ts'
import type { Playhead } from './playhead.ts'

/** Where an address leads within a room: a scene of it, and where known a time of it in ms. */
export interface OpensAt {
  readonly scene: string
  readonly offset: number | undefined
}

/** Takes the playhead of the scene to the offset that the address leads to, and the focus with it, once. */
export function useOpensAt(head: Playhead, offset: number | undefined): void {
  const gone = useRef(false)
  useEffect(() => {
    if (gone.current || offset === undefined) return
    gone.current = true
    goToTime(head, { offset })
  }, [head, offset])
}
