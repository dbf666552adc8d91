'use client'

import type { Card } from '@evenkeel/playbook/writing'
import type { CardChecked } from '@evenkeel/protocol/constants'
import { useEffect, useState } from 'react'
import { checkCard } from '../cards-calls.ts'

/** Milliseconds without a key before the server is asked: a pause in typing, not each letter. */
export const checkPause = 700

/** What the server says of the newest text that it was asked about. The answer before stays until the next is there. */
export function useCheck(card: Card, copiedFrom: string | undefined): CardChecked | 'offline' | undefined {
  const [answer, setAnswer] = useState<CardChecked | 'offline'>()
  const text = JSON.stringify(card)
  useEffect(() => {
    let newer = false
    const timer = setTimeout(async () => {
      const asked = await checkCard(JSON.parse(text), copiedFrom)
      if (newer) return
      if (asked.ok) setAnswer(asked.body)
      // Asked too often is no reason to take away what was said before.
      else if (asked.kind !== 'slow-down') setAnswer('offline')
    }, checkPause)
    return () => {
      newer = true
      clearTimeout(timer)
    }
  }, [text, copiedFrom])
  return answer
}
