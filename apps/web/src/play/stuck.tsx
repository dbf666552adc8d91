'use client'

import { bandOf } from '@evenkeel/playbook/words'
import { FileText, MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { useCardLanguage } from '../language/class-language.tsx'
import { Button } from '../look/button.tsx'
import { Sheet } from '../look/sheet.tsx'
import { playWords } from '../words/en/play.ts'
import { CueCard, CustomerBrief } from './brief.tsx'
import prose from './prose.module.css'
import type { Stage } from './stage.ts'
import { levelNow } from './temperature.ts'

const text = playWords.scene

/** A line of the brief that fits how hot the customer is, and the whole card to look something up. */
export function Stuck({ stage }: { stage: Stage }) {
  const { customer, card } = stage.room
  const lang = useCardLanguage()
  const [open, setOpen] = useState<'stuck' | 'card'>()
  const close = () => setOpen(undefined)
  if (customer === null) return null
  const level = levelNow(stage) ?? customer.startTemperature
  return (
    <>
      <Button icon={<MessageCircleQuestion size={20} />} onClick={() => setOpen('stuck')}>
        {text.stuck}
      </Button>
      <Button icon={<FileText size={20} />} onClick={() => setOpen('card')}>
        {text.myCard}
      </Button>
      <Sheet title={text.stuckTitle} open={open === 'stuck'} onClose={close}>
        <p className={prose.opening} lang={lang}>
          {customer.stuck[bandOf(level)]}
        </p>
      </Sheet>
      <Sheet title={text.myCard} open={open === 'card'} onClose={close}>
        <CueCard cue={customer.cue} />
        <CustomerBrief brief={customer} glossary={card.glossary} />
      </Sheet>
    </>
  )
}
