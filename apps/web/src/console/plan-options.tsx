'use client'

import type { ConsoleView, WireShapes } from '@evenkeel/classroom/view'
import { useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { DeckChoice, type Level } from './deck-choice.tsx'
import { FishbowlForm } from './fishbowl-form.tsx'
import { FocusChoice } from './focus-choice.tsx'
import own from './plan-options.module.css'
import { cardsToChoose, type Playbook } from './use-playbook.ts'

interface PlanOptionsProps {
  view: ConsoleView
  names: Readonly<Record<string, string>>
  playbook: Playbook
  act: Act
}

type Wish = WireShapes['PlanRound']

/** Other plans than the planner's own: another focus, chosen cards or a level, or one pair in front of everybody. */
export function PlanOptions({ view, names, playbook, act }: PlanOptionsProps) {
  const say = words.console.plan
  const [focus, setFocus] = useState<NonNullable<Wish['focus']>>([])
  const [picked, setPicked] = useState<readonly string[]>([])
  const [level, setLevel] = useState<Level>()
  const cards = cardsToChoose(view.deck, playbook.cards)
  const chosen = cards.flatMap(({ hash }) => (picked.includes(hash) ? [hash] : []))
  const plan = (wish: Pick<Wish, 'fishbowl'>) =>
    void act('PlanRound', {
      ...(focus.length > 0 && { focus }),
      ...(chosen.length > 0 ? { cards: chosen } : level && { difficulty: level }),
      ...wish,
    })
  return (
    <details className={look.details} onToggle={event => event.currentTarget.open && playbook.renew()}>
      <summary>{say.other}</summary>
      <div className={own.options}>
        <FocusChoice chosen={focus} onChange={setFocus} />
        <DeckChoice
          cards={cards}
          deck={view.deck}
          chosen={chosen}
          level={level}
          onChange={setPicked}
          onLevel={setLevel}
        />
        <section className={own.option}>
          <h3 className={look.small}>{say.thus}</h3>
          <p className={look.soft}>{say.chosenSo(focus.length, chosen.length)}</p>
          <Button onClick={() => plan({})}>{say.planThus}</Button>
          <FishbowlForm view={view} names={names} onPlan={fishbowl => plan({ fishbowl })} />
        </section>
      </div>
    </details>
  )
}
