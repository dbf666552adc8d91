'use client'

import type { Plan } from '@evenkeel/classroom/view'
import type { Answer } from '@evenkeel/protocol/constants'
import { useEffect, useState } from 'react'
import { planPrint } from './moves-back.ts'

type Step = () => Promise<Answer>

interface Taken {
  /** The plan as this move left it. */
  readonly after: string
  readonly back: Step
}

export interface MovesBack {
  /** Does a step; `back`: the step that takes it back, if there is one. */
  readonly move: (step: Step, back: Step | undefined) => Promise<Answer>
  /** Takes the last own move back; undefined where there is none, or somebody else changed the plan since. */
  readonly takeBack: (() => void) | undefined
}

/** An instructor's own moves in a plan, the last one first to be taken back. */
export function useMovesBack(plan: Plan): MovesBack {
  const now = planPrint(plan)
  const [taken, setTaken] = useState<readonly Taken[]>([])
  const [pending, setPending] = useState<{ readonly before: string; readonly back: Step }>()
  // The view may come before the answer or after it.
  useEffect(() => {
    if (pending === undefined || pending.before === now) return
    setTaken(known => [...known, { after: now, back: pending.back }])
    setPending(undefined)
  }, [now, pending])
  const move: MovesBack['move'] = async (step, back) => {
    const answer = await step()
    if (answer.ok) setPending(back && { before: now, back })
    return answer
  }
  const last = taken.at(-1)
  const takeBack = () => {
    if (last === undefined) return
    setTaken(taken.slice(0, -1))
    void last.back()
  }
  return { move, takeBack: last?.after === now ? takeBack : undefined }
}
