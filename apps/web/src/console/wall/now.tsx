'use client'

import type { Attention, PhaseView } from '@evenkeel/classroom/view'
import { createContext, useContext } from 'react'
import { timeText } from '../../words/en/wall.ts'
import { words } from '../../words/en.ts'
import { phaseText } from '../phase-text.ts'

/** Server time. Only what counts seconds reads it, so that a hundred tiles do not draw anew each second. */
export const Now = createContext(0)

/** In an element of their own: a browser that translates the page puts other text nodes in place of ours. */
export function PhaseNow({ phase }: { phase: PhaseView }) {
  return <span>{phaseText(phase, useContext(Now))}</span>
}

export function ReasonNow({ need }: { need: Attention }) {
  const now = useContext(Now)
  const since = need.since === null ? null : timeText(now - need.since)
  return <span>{words.wall.reasons[need.reason](since)}</span>
}
