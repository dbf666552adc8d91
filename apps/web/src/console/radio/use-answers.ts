'use client'

import type { ConsoleView } from '@evenkeel/classroom/view'
import { useRef, useState } from 'react'
import type { Act } from '../../live/class-link.ts'
import { byFirstSeen, type Waiting, waitingIn } from './waiting.ts'

/** What was typed for a call. `call`: as it was when it was typed, so that it can be told when it is gone. */
interface Draft {
  readonly call: Waiting
  readonly text: string
  readonly sending: boolean
  /** Why it was refused. */
  readonly wrong?: string
}

export interface Answers {
  readonly waiting: readonly Waiting[]
  /** Typed and not sent, and the call was answered otherwise or its scene is over. */
  readonly late: readonly Draft[]
  readonly draftOf: (call: Waiting) => Pick<Draft, 'text' | 'sending' | 'wrong'>
  readonly write: (call: Waiting, text: string) => void
  /** What the card has written. */
  readonly giveCard: (call: Waiting) => void
  readonly send: (call: Waiting) => void
  readonly put: (call: Waiting) => void
}

const NOTHING = { text: '', sending: false }

/** Calls that wait, and what this instructor is typing for each: nothing typed is lost when a call goes. */
export function useAnswers(
  view: Pick<ConsoleView, 'rooms'>,
  act: Act,
  onDismiss: (id: string) => void,
): Answers {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const seen = useRef(new Set<string>())
  const waiting = byFirstSeen(waitingIn(view), seen.current)
  const now = useRef(waiting)
  now.current = waiting
  const change = (call: Waiting, draft: Partial<Draft> | null) =>
    setDrafts(({ [call.key]: known = { ...NOTHING, call }, ...others }) => {
      if (draft === null) return others
      const { wrong: _, ...rest } = known
      return { ...others, [call.key]: { ...rest, call, ...draft } }
    })
  const answer = async (call: Waiting, text?: string) => {
    change(call, { sending: true })
    const { place, index } = call
    const answered = await act('AnswerCall', { place, index, ...(text !== undefined && { text }) })
    if (answered.ok) return change(call, null)
    const open = now.current.some(({ key }) => key === call.key)
    // What was typed for a call that is gone is told as late, once.
    if (open || text !== undefined) onDismiss(answered.id)
    change(call, { sending: false, ...(open && { wrong: answered.say }) })
  }
  return {
    waiting,
    late: Object.values(drafts).filter(
      ({ call, text, sending }) =>
        !sending && text.trim() !== '' && !waiting.some(({ key }) => key === call.key),
    ),
    draftOf: ({ key }) => drafts[key] ?? NOTHING,
    write: (call, text) => change(call, { text }),
    giveCard: call => void answer(call),
    send: call => {
      const { text } = drafts[call.key] ?? NOTHING
      if (text.trim() !== '') void answer(call, text)
    },
    put: call => change(call, null),
  }
}
