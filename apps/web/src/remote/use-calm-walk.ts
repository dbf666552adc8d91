'use client'

import type { WalkNext } from '@evenkeel/classroom/view'
import { useRef } from 'react'

/** ms for which a suggestion stays, so that it can be read and walked to. */
const CALM = 8_000
const AT_ONCE: readonly string[] = ['help', 'stop', 'away']

/** Another room is suggested at most every few seconds, except for what can't wait. `here`: the room where one stands. */
export function useCalmWalk(wanted: WalkNext | undefined, here: string | undefined, now: number) {
  const kept = useRef({ walk: wanted, at: now })
  const { walk, at } = kept.current
  const same = walk?.room === wanted?.room
  const stays = walk !== undefined && walk.room !== here && wanted !== undefined && now - at < CALM
  if (same || !stays || AT_ONCE.includes(wanted.why)) kept.current = { walk: wanted, at: same ? at : now }
  return kept.current.walk
}
