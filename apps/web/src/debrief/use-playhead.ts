'use client'

import type { Timeline } from '@evenkeel/insight/scene'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import { type Frames, Playhead, type PlayheadState } from './playhead.ts'

const frames: Frames = {
  request: then => requestAnimationFrame(then),
  cancel: id => cancelAnimationFrame(id),
  still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
}

/** A playhead for as long as the scene is on the screen. */
export function usePlayhead(timeline: Timeline): Playhead {
  const id = useId()
  const [head] = useState(() => new Playhead(timeline, id, frames))
  useEffect(() => head.turnTo(timeline), [head, timeline])
  useEffect(() => () => head.pause(), [head])
  return head
}

/** What `read` gives at the playhead; draws again only when that changes, so it should be a word or a number. */
export function usePlayheadAt<T extends string | number | boolean | undefined | null>(
  head: Playhead,
  read: (state: PlayheadState) => T,
): T {
  const now = () => read(head.state)
  return useSyncExternalStore(head.subscribe, now, now)
}

/** The moment that was chosen, else the newest one at the playhead. */
export const momentAt = ({ picked, instant }: PlayheadState): string | undefined =>
  picked ?? instant.moments.at(-1)?.id

/** The number of the newest line at the playhead; 0 before the first. */
export const lineAt = ({ instant }: PlayheadState): number => instant.lines.at(-1)?.n ?? 0
