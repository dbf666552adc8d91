'use client'

import type { Me, RoomView } from '@evenkeel/classroom/view'
import { Hand, LifeBuoy, OctagonX } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Sheet } from '../look/sheet.tsx'
import { playWords } from '../words/en/play.ts'
import look from './seat-bar.module.css'
import { placeOf } from './stage.ts'

const text = playWords.bar
const STOPPABLE: readonly string[] = ['briefing', 'scene', 'time-out', 'wrap-up', 'retake']

interface SafetyBarProps {
  me: Me
  room: RoomView | null
  act: Act
  live: boolean
}

/** Time-out, stop for me, help: there for everybody, always, in the same place; where there is nothing to stop they say so. */
export function SafetyBar({ me, room, act, live }: SafetyBarProps) {
  const [sheet, setSheet] = useState<'time-out' | 'stop' | 'help'>()
  const close = () => setSheet(undefined)
  const phase = room?.phase.name
  const pausing = phase === 'time-out'
  const pausable = phase === 'scene' || phase === 'retake'
  const stoppable = phase !== undefined && STOPPABLE.includes(phase)
  const timeOut = () => {
    if (room !== null && pausable) void act('CallTimeOut', { place: placeOf(room) })
    else setSheet('time-out')
  }
  const help = () => {
    if (!me.help) void act('CallHelp', {})
    setSheet('help')
  }
  const stop = () => {
    if (room !== null) void act('Stop', { place: placeOf(room) })
    close()
  }
  return (
    <>
      <fieldset className={look.safety} aria-label={text.label}>
        <SafetyButton icon={<Hand size={18} />} on={pausing} off={!pausable && !pausing} onClick={timeOut}>
          {text.timeOut}
        </SafetyButton>
        <SafetyButton icon={<OctagonX size={18} />} off={!stoppable} onClick={() => setSheet('stop')}>
          {text.stop}
        </SafetyButton>
        <SafetyButton icon={<LifeBuoy size={18} />} on={me.help} onClick={help}>
          {me.help ? text.helpCalled : text.help}
        </SafetyButton>
      </fieldset>
      <Sheet title={text.timeOut} open={sheet === 'time-out'} onClose={close}>
        <p>{pausing ? playWords.timeOut.stands : text.noTimeOut}</p>
      </Sheet>
      <Sheet
        title={text.stopTitle}
        open={sheet === 'stop'}
        onClose={close}
        close={stoppable ? text.stopNo : text.close}
      >
        <p>{stoppable ? text.stopMeans : text.stopNothing}</p>
        {stoppable && (
          <Button kind="danger" wide onClick={stop}>
            {text.stopYes}
          </Button>
        )}
      </Sheet>
      <Sheet title={text.helpTitle} open={sheet === 'help'} onClose={close}>
        <p>{live ? text.helpMeans : text.offline}</p>
        <Button
          kind="plain"
          wide
          onClick={() => {
            void act('EndHelp', { person: me.person })
            close()
          }}
        >
          {text.helpBack}
        </Button>
      </Sheet>
    </>
  )
}

interface SafetyButtonProps {
  icon: ReactNode
  on?: boolean
  off?: boolean
  onClick: () => void
  children: string
}

/** Never really disabled: where there is nothing to stop it says so. */
function SafetyButton({ icon, on, off, onClick, children }: SafetyButtonProps) {
  return (
    <button
      type="button"
      className={look.button}
      data-on={on || undefined}
      data-off={off || undefined}
      onClick={onClick}
    >
      <span aria-hidden="true">{icon}</span>
      <span>{children}</span>
    </button>
  )
}
