'use client'

import type { ClassHead } from '@evenkeel/classroom/view'
import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../look/button.tsx'
import { playWords } from '../words/en/play.ts'
import look from './announced.module.css'
import { isPutAway, putAway } from './put-away.ts'

/** What the instructor says to everybody, over whatever is on the screen, until it is put away or taken back. */
export function Announced({ head }: { head: ClassHead }) {
  const [, setCount] = useState(0)
  const { announced } = head
  const shown = announced !== null && !isPutAway(`announced ${announced.at}`) ? announced : null
  return (
    <div role="status" className={look.place}>
      {shown && (
        <div className={look.announced}>
          <Megaphone size={20} aria-hidden="true" />
          <p>
            <strong>{`${playWords.scene.announced}: `}</strong>
            <span dir="auto">{shown.text}</span>
          </p>
          <Button onClick={() => setCount(putAway(`announced ${shown.at}`))}>{playWords.scene.gotIt}</Button>
        </div>
      )}
    </div>
  )
}
