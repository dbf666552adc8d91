'use client'

import type { PersonView } from '@evenkeel/classroom/view'
import { useEffect, useState } from 'react'
import { ask } from '../live/ask.ts'
import { Button } from '../look/button.tsx'
import { SimulatedMark } from '../look/simulated-mark.tsx'
import { simulatedWords } from '../words/en/simulated.ts'
import { isOwnScene } from './practice-scene.ts'

/** The mark of a simulated class at a seat; whoever began a practice scene finishes it here. */
export function PracticeMark({ classId, view }: { classId: string; view: PersonView }) {
  const [own, setOwn] = useState(false)
  const [busy, setBusy] = useState(false)
  useEffect(() => setOwn(isOwnScene(classId)), [classId])
  const phase = view.room?.phase.name
  const playing = phase === 'scene' || phase === 'time-out' || phase === 'wrap-up'
  const finish = async () => {
    setBusy(true)
    await ask('POST', `/api/rehearsals/${encodeURIComponent(classId)}/finish`, {})
    setBusy(false)
  }
  return (
    <SimulatedMark on={view.class?.simulated === true}>
      {own && playing && (
        <Button busy={busy} onClick={finish}>
          {simulatedWords.finish}
        </Button>
      )}
      {own && phase === 'done' && <a href="/console/">{simulatedWords.leave}</a>}
    </SimulatedMark>
  )
}
