'use client'

import type { Card } from '@evenkeel/playbook/writing'
import { type KeyboardEvent, useId } from 'react'
import { ClassLanguage } from '../language/class-language.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { CueCard, CustomerBrief, OfficerSide, SharedBrief } from '../play/brief.tsx'
import { cardsWords as words } from '../words/en/cards.ts'
import look from './cards.module.css'
import read from './read.module.css'
import { WholeCard } from './whole-card.tsx'

/** Through whose eyes a card is read. */
export const readings = ['customer', 'officer', 'all'] as const
export type Reading = (typeof readings)[number]

const say = words.read
const meaning = { customer: say.customerSees, officer: say.officerSees, all: say.allSees }

interface TabsProps {
  card: Card
  reading: Reading
  onReading: (reading: Reading) => void
}

/** The arrow keys, Home and End move between the tabs; Tab goes on into what is shown. */
export function ReadTabs({ card, reading, onReading }: TabsProps) {
  const id = useId()
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = readings.indexOf(reading)
    const to = { ArrowRight: at + 1, ArrowLeft: at + readings.length - 1, Home: 0, End: readings.length - 1 }[
      event.key
    ]
    const next = to === undefined ? undefined : readings[to % readings.length]
    if (next === undefined) return
    event.preventDefault()
    onReading(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <Stack gap={4}>
      <div className={read.tabs} role="tablist" aria-label={say.tabs} onKeyDown={move}>
        {readings.map(each => (
          <button
            key={each}
            id={`${id}-${each}`}
            type="button"
            role="tab"
            data-seat={each}
            aria-selected={each === reading}
            aria-controls={`${id}-panel`}
            tabIndex={each === reading ? 0 : -1}
            onClick={() => onReading(each)}
          >
            {say[each]}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${reading}`} className={read.seen}>
        <Stack gap={4}>
          <p className={look.soft}>{meaning[reading]}</p>
          <ClassLanguage language={card.language}>
            {reading === 'all' ? <WholeCard card={card} /> : <OneSeat card={card} seat={reading} />}
          </ClassLanguage>
        </Stack>
      </div>
    </Stack>
  )
}

function OneSeat({ card, seat }: { card: Card; seat: 'customer' | 'officer' }) {
  return (
    <div className={read.sides}>
      <div className={read.side}>
        <Panel tone="soft">
          <Stack gap={3}>
            <h2>{say.both}</h2>
            <SharedBrief card={card} />
          </Stack>
        </Panel>
        <CueCard cue={card[seat].cue} />
      </div>
      <Panel>
        <Stack gap={4}>
          <h2>{seat === 'customer' ? say.customerSide : say.officerSide}</h2>
          {seat === 'customer' ? (
            <CustomerBrief brief={card.customer} glossary={card.glossary} />
          ) : (
            <OfficerSide brief={card.officer} glossary={card.glossary} />
          )}
        </Stack>
      </Panel>
    </div>
  )
}
