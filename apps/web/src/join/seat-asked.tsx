import { Smartphone } from 'lucide-react'
import { Button } from '../look/button.tsx'
import { Stack } from '../look/page.tsx'
import { joinWords as text } from '../words/en/join.ts'
import look from './join-panel.module.css'

export interface AskedSeat {
  readonly state: 'waiting' | 'refused' | 'over'
  readonly digits: string
}

/** A second device waits for the instructor's answer about a seat. */
export function SeatAsked({ asked: { state, digits }, onBack }: { asked: AskedSeat; onBack: () => void }) {
  const waits = state === 'waiting'
  const title = waits ? text.askedTitle : text[`${state}Title`]
  return (
    <Stack gap={5}>
      <Smartphone aria-hidden="true" size={40} />
      <Stack gap={3}>
        <div role="status">
          <h1>{title}</h1>
        </div>
        {waits && (
          <p>
            <span>{text.askedDigits}</span>
            <strong className={look.digits}>{digits}</strong>
          </p>
        )}
        <p>{waits ? text.askedMeans : text[`${state}Means`]}</p>
        {waits && <p>{text.askedCheck}</p>}
      </Stack>
      <Button kind={waits ? 'quiet' : 'primary'} wide onClick={onBack}>
        {text.back}
      </Button>
    </Stack>
  )
}
