'use client'

import type { ConsoleView, Plan } from '@evenkeel/classroom/view'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useRubric } from '../language/use-rubric.ts'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { CardSheet } from './card-sheet.tsx'
import look from './console.module.css'
import { type PlanStep, stepBack, stepOf } from './moves-back.ts'
import { everybodyIn, plannedPlaces, sitsIn, withoutSeat } from './places.ts'
import { PlanTable } from './plan-table.tsx'
import { SeatSheet, type SeatWish } from './seat-sheet.tsx'
import { useKeys } from './use-keys.ts'
import { useMovesBack } from './use-moves-back.ts'
import { cardsToChoose, type Playbook } from './use-playbook.ts'
import { WarningsList } from './warnings-list.tsx'

export interface PlanProps {
  view: ConsoleView
  plan: Plan
  names: Readonly<Record<string, string>>
  playbook: Playbook
  act: Act
  onDismiss: (id: string) => void
}

/** The drafted round, to look at and to arrange by hand: who sits with whom, in which seat, with which card and why. */
export function PlanPanel({ view, plan, names, playbook, act, onDismiss }: PlanProps) {
  const say = words.console.plan
  const [moving, setMoving] = useState<string>()
  const [carding, setCarding] = useState<number>()
  const rubric = useRubric()
  const focus = plan.focus.map(item => rubric.items.find(known => known.id === item)?.title ?? item)
  const nameOf = (id: string) => names[id] ?? id
  const places = plannedPlaces(plan)
  const present = (role: 'trainee' | 'instructor') =>
    Object.entries(view.people).flatMap(([id, person]) =>
      person.role === role && person.standing === 'present' ? [id] : [],
    )
  const { move, takeBack } = useMovesBack(plan)
  const doing = (step: PlanStep | undefined) => step && (() => give(act, step))
  const arrange = (person: string, wish: SeatWish) => {
    const step = stepOf(person, wish)
    return move(() => give(act, step), doing(stepBack(person, wish, places)))
  }
  const changeCard = (room: Plan['rooms'][number] | undefined, card: string | null) => {
    const [beside] = room === undefined ? [] : everybodyIn(room.seats)
    if (room === undefined || beside === undefined) return
    const back: PlanStep = { type: 'ChangePlannedCard', data: { beside, card: room.card } }
    void move(() => act('ChangePlannedCard', { beside, ...(card !== null && { card }) }), doing(back))
  }
  useKeys({ u: () => takeBack?.() })
  const carded = carding === undefined ? undefined : plan.rooms[carding]
  return (
    <Panel>
      <Stack gap={3}>
        <div className={look.between}>
          <h2>{say.title}</h2>
          <span className={look.spread}>
            <Button kind="plain" icon={<Undo2 size={18} />} disabled={!takeBack} onClick={takeBack}>
              {say.takeBack}
            </Button>
            <Button onClick={() => void act('PlanRound', {})}>{say.again}</Button>
          </span>
        </div>
        {plan.kind === 'fishbowl' && <p>{say.frontPair}</p>}
        <p className={look.soft}>
          <span>{`${say.focus}: `}</span>
          <span lang={rubric.language}>{focus.join(', ')}</span>
        </p>
        <WarningsList
          warnings={view.warnings}
          deck={view.deck}
          nameOf={nameOf}
          title={words.console.warnings.plan}
          starts
        />
        <PlanTable
          plan={plan}
          deck={view.deck}
          nameOf={nameOf}
          trainees={withoutSeat(places, present('trainee'))}
          instructors={withoutSeat(places, present('instructor'))}
          onMove={setMoving}
          onDrop={(person, spot, seat, held) => {
            const place = places[spot - 1]
            if (place !== undefined && !sitsIn(place, seat, person)) {
              void arrange(person, { place, seat, held, partner: null })
            }
          }}
          onAnother={room => changeCard(room, null)}
          onCard={index => {
            playbook.renew()
            setCarding(index)
          }}
        />
      </Stack>
      {moving !== undefined && (
        <SeatSheet
          person={moving}
          places={places}
          swaps
          {...(plan.kind === 'pairing' && { newRoom: { partners: null } })}
          nameOf={nameOf}
          onGo={async wish => {
            const answer = await arrange(moving, wish)
            if (answer.ok) return undefined
            onDismiss(answer.id)
            return answer.say
          }}
          onClose={() => setMoving(undefined)}
        />
      )}
      {carded !== undefined && carding !== undefined && (
        <CardSheet
          spot={carding + 1}
          cards={cardsToChoose(view.deck, playbook.cards, carded.card)}
          card={carded.card}
          onCard={card => changeCard(carded, card)}
          onClose={() => setCarding(undefined)}
        />
      )}
    </Panel>
  )
}

function give(act: Act, step: PlanStep) {
  switch (step.type) {
    case 'MoveInPlan':
      return act(step.type, step.data)
    case 'SwapInPlan':
      return act(step.type, step.data)
    case 'ChangePlannedCard':
      return act(step.type, step.data)
  }
}
