'use client'

import { FileText, Radio } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../look/button.tsx'
import { Sheet } from '../../look/sheet.tsx'
import { playWords } from '../../words/en/play.ts'
import { CueCard, OfficerSide } from '../brief.tsx'
import prose from '../prose.module.css'
import { RadioCalls } from '../radio-calls.tsx'
import { answersHeard, keepHeard, radioText } from '../radio-heard.ts'
import { type Stage, sceneNow } from '../stage.ts'
import look from './scene.module.css'

const text = playWords.scene

/** The officer looks at the customer, so here is nearly nothing: no temperature, no countdown. */
export function SpokenOfficer({ stage }: { stage: Stage }) {
  return (
    <>
      <div className={prose.middle}>
        <h1 className={prose.huge}>{text.eyesUp}</h1>
        <p className={prose.soft}>
          {stage.room.phase.name === 'wrap-up' ? text.wrapUpOfficer : text.eyesUpMeans}
        </p>
      </div>
      <div className={look.tools}>
        <OfficerTools stage={stage} />
      </div>
    </>
  )
}

/** Orders and radio, on tap. */
export function OfficerTools({ stage }: { stage: Stage }) {
  const { officer, card } = stage.room
  const [open, setOpen] = useState<'orders' | 'radio'>()
  const { calls, id: scene } = sceneNow(stage.room)
  const answered = calls.filter(({ answer }) => answer !== null).length
  const [heard, setHeard] = useState(() => answersHeard(scene))
  const close = () => setOpen(undefined)
  // Only who looked at the radio has read its answers.
  const closeRadio = () => {
    close()
    setHeard(answered)
    keepHeard(scene, answered)
  }
  if (officer === null) return null
  return (
    <>
      <Button icon={<FileText size={20} />} onClick={() => setOpen('orders')}>
        {text.orders}
      </Button>
      <Button icon={<Radio size={20} />} onClick={() => setOpen('radio')}>
        {open === 'radio' ? text.radio : radioText(calls.length, answered, heard)}
      </Button>
      <Sheet title={text.orders} open={open === 'orders'} onClose={close}>
        <CueCard cue={officer.cue} />
        <OfficerSide brief={officer} glossary={card.glossary} />
      </Sheet>
      <Sheet title={text.radio} open={open === 'radio'} onClose={closeRadio}>
        <RadioCalls stage={stage} />
      </Sheet>
    </>
  )
}
