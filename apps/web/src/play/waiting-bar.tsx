'use client'

import type { Me } from '@evenkeel/classroom/view'
import { ALargeSmall, LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import { ReadingSheet } from './reading-sheet.tsx'
import look from './seat-bar.module.css'
import { Sheet } from './sheet.tsx'

const text = words.play.bar

/** Help and reading help for whoever has no seat: there is nothing to pause or to stop. */
export function WaitingBar({ me, act, live }: { me: Me; act: Act; live: boolean }) {
  const [sheet, setSheet] = useState<'help' | 'reading'>()
  const close = () => setSheet(undefined)
  return (
    <div className={look.bar}>
      <div className={look.top}>
        <strong>{words.product}</strong>
        <span className={look.clock}>
          <Button
            kind="plain"
            icon={<LifeBuoy size={18} />}
            onClick={() => {
              if (!me.help) void act('CallHelp', {})
              setSheet('help')
            }}
          >
            {me.help ? text.helpCalled : text.help}
          </Button>
        </span>
        <button type="button" className={look.reading} onClick={() => setSheet('reading')}>
          <ALargeSmall aria-hidden="true" size={24} />
          <span className="visually-hidden">{words.play.reading.open}</span>
        </button>
      </div>
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
        onFactor={factor => void act('SetReading', { factor })}
      />
    </div>
  )
}
