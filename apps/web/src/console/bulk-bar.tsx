'use client'

import { useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { ConfirmButton } from '../look/confirm-button.tsx'
import { words } from '../words/en.ts'
import { type BulkAction, doInAll, type Rooms, roomsFor } from './bulk.ts'
import look from './bulk-bar.module.css'

interface BulkBarProps {
  /** All rooms, or those that were chosen. */
  rooms: Rooms
  chosen: boolean
  act: Act
  onClear: () => void
}

const PLAIN: readonly BulkAction[] = [
  'one-more',
  'two-more',
  'time-out',
  'go-on',
  'wrap-up',
  'twist-1',
  'twist-2',
]

/** One action for every room, or for those that were chosen; what is possible in none of them is not there. */
export function BulkBar({ rooms, chosen, act, onClear }: BulkBarProps) {
  const say = words.console.bulk
  const [done, setDone] = useState('')
  const run = async (action: BulkAction) => {
    const wanted = roomsFor(action, rooms).length
    const reached = await doInAll(action, rooms, act)
    setDone(say.done(say.actions[action], reached, wanted))
  }
  const possible = PLAIN.filter(action => roomsFor(action, rooms).length > 0)
  const ends = roomsFor('end', rooms).length > 0
  if (possible.length === 0 && !ends && !chosen) return null
  const title = chosen ? say.chosen(rooms.length) : say.all
  return (
    <details className={look.fold} open={chosen || undefined}>
      <summary>{title}</summary>
      <div className={look.bar}>
        {possible.map(action => (
          <Button key={action} onClick={() => void run(action)}>
            {say.actions[action]}
          </Button>
        ))}
        {ends && (
          <ConfirmButton really={say.reallyEnd} onConfirm={() => void run('end')}>
            {say.actions.end}
          </ConfirmButton>
        )}
        {chosen && (
          <Button kind="plain" onClick={onClear}>
            {say.clear}
          </Button>
        )}
        <p role="status" className={look.done}>
          {done}
        </p>
      </div>
    </details>
  )
}
