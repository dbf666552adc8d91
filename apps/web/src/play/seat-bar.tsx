'use client'

import { ALargeSmall, Hand, LifeBuoy, OctagonX } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../look/button.tsx'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import { ReadingSheet } from './reading-sheet.tsx'
import look from './seat-bar.module.css'
import { Sheet } from './sheet.tsx'
import { placeOf, type Stage, seatOfMe } from './stage.ts'

const text = words.play.bar
const STOPPABLE: readonly string[] = ['briefing', 'scene', 'time-out', 'wrap-up', 'retake']

/** Role, spot, clock and the three buttons that everybody has on every screen of a seat, in the same place. */
export function SeatBar({ stage, clock }: { stage: Stage; clock?: string | undefined }) {
  const { room, act, me, live } = stage
  const [sheet, setSheet] = useState<'time-out' | 'stop' | 'help' | 'reading'>()
  const close = () => setSheet(undefined)
  const pausing = room.phase.name === 'time-out'
  const pausable = room.phase.name === 'scene' || room.phase.name === 'retake'
  const stoppable = STOPPABLE.includes(room.phase.name)
  const timeOut = () => {
    if (pausable) void act('CallTimeOut', { place: placeOf(room) })
    else setSheet('time-out')
  }
  const help = () => {
    if (!me.help) void act('CallHelp', {})
    setSheet('help')
  }
  const stop = () => {
    void act('Stop', { place: placeOf(room) })
    close()
  }
  return (
    <div className={look.bar}>
      <div className={look.top}>
        <RoleBadge role={seatOfMe(room)} />
        <span className={look.spot}>{words.play.spot(room.spot)}</span>
        <span className={look.clock}>{clock}</span>
        <button type="button" className={look.reading} onClick={() => setSheet('reading')}>
          <ALargeSmall aria-hidden="true" size={24} />
          <span className="visually-hidden">{words.play.reading.open}</span>
        </button>
      </div>
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
        <p>{pausing ? words.play.timeOut.stands : text.noTimeOut}</p>
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
      <ReadingSheet
        open={sheet === 'reading'}
        onClose={close}
        factor={me.reading}
        glossary={room.card.glossary}
        onFactor={factor => void act('SetReading', { factor })}
      />
    </div>
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
