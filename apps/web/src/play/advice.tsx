'use client'

import type { Seat } from '@evenkeel/classroom/view'
import { useEffect, useState } from 'react'
import { useLadder } from '../language/use-ladder.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { playWords } from '../words/en/play.ts'
import prose from './prose.module.css'

const text = playWords.advice
const key = (seat: Seat) => `evenkeel-advised ${seat}`

/**
 * A few lines for whoever has this seat for the first time on this device, until they say that they have read them. The
 * customer's last one is the ladder's, in the class's language.
 */
export function Advice({ seat }: { seat: Seat }) {
  const [read, setRead] = useState(false)
  const { ceiling, lang } = useLadder()
  useEffect(() => {
    try {
      setRead(localStorage.getItem(key(seat)) !== null)
    } catch {
      // Then the advice comes every time, which does no harm.
    }
  }, [seat])
  if (read) return null
  return (
    <Panel tone="soft">
      <Stack gap={3}>
        <h2>{text.title}</h2>
        <ul className={prose.list}>
          {text[seat].map(line => (
            <li key={line}>{line}</li>
          ))}
          {seat === 'customer' && <li lang={lang}>{ceiling}</li>}
        </ul>
        <Button
          onClick={() => {
            setRead(true)
            try {
              localStorage.setItem(key(seat), 'read')
            } catch {
              // As above.
            }
          }}
        >
          {text.gotIt}
        </Button>
      </Stack>
    </Panel>
  )
}
