'use client'

import type { ConsoleView, Plan } from '@evenkeel/classroom/view'
import { useState } from 'react'
import { useRubric } from '../language/use-rubric.ts'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { words } from '../words/en.ts'
import { CardSheet } from './card-sheet.tsx'
import look from './console.module.css'
import { everybodyIn, plannedPlaces, withoutSeat } from './places.ts'
import { PlanTable } from './plan-table.tsx'
import { SeatSheet, type SeatWish } from './seat-sheet.tsx'
import { WarningsList } from './warnings-list.tsx'

export interface PlanProps {
  view: ConsoleView
  plan: Plan
  names: Readonly<Record<string, string>>
  act: Act
  onDismiss: (id: string) => void
}

/** The drafted round, to look at and to arrange by hand: who sits with whom, in which seat, with which card and why. */
export function PlanPanel({ view, plan, names, act, onDismiss }: PlanProps) {
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
  const carded = carding === undefined ? undefined : plan.rooms[carding]
  const beside = carded && everybodyIn(carded.seats)[0]
  return (
    <Panel>
      <Stack gap={3}>
        <div className={look.between}>
          <h2>{say.title}</h2>
          <Button onClick={() => void act('PlanRound', {})}>{say.again}</Button>
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
          onAnother={room => {
            const [somebody] = everybodyIn(room.seats)
            if (somebody !== undefined) void act('ChangePlannedCard', { beside: somebody })
          }}
          onCard={setCarding}
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
            const answer = await arrange(act, moving, wish)
            if (answer.ok) return undefined
            onDismiss(answer.id)
            return answer.say
          }}
          onClose={() => setMoving(undefined)}
        />
      )}
      {carded !== undefined && beside !== undefined && carding !== undefined && (
        <CardSheet
          spot={carding + 1}
          deck={view.deck}
          card={carded.card}
          onCard={card => void act('ChangePlannedCard', { beside, ...(card !== null && { card }) })}
          onClose={() => setCarding(undefined)}
        />
      )}
    </Panel>
  )
}

/** A room is named by somebody who sits there, so that a plan that changed meanwhile is not changed in the wrong place. */
function arrange(act: Act, person: string, { place, seat, held }: SeatWish) {
  if (held !== null) return act('SwapInPlan', { a: person, b: held })
  const beside = place === null ? undefined : everybodyIn(place.seats)[0]
  return act('MoveInPlan', { person, seat, ...(beside !== undefined && { beside }) })
}
