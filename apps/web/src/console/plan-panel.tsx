'use client'

import type { ConsoleView, Plan } from '@evenkeel/classroom/view'
import { rubric } from '@evenkeel/playbook/words'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { Panel, Stack } from '../look/page.tsx'
import { RoleBadge } from '../look/role.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'

export interface PlanProps {
  view: ConsoleView
  plan: Plan
  names: Readonly<Record<string, string>>
  act: Act
}

/** The drafted round: who sits with whom, in which seat, with which card and why. */
export function PlanPanel({ view, plan, names, act }: PlanProps) {
  const say = words.console.plan
  const titles = new Map(view.deck.map(card => [card.hash, card.title]))
  const focus = plan.focus.map(item => rubric.items.find(known => known.id === item)?.title ?? item)
  return (
    <Panel>
      <Stack gap={3}>
        <div className={look.between}>
          <h2>{say.title}</h2>
          <Button onClick={() => void act('PlanRound', {})}>{say.again}</Button>
        </div>
        {plan.kind === 'fishbowl' && <p>{say.frontPair}</p>}
        <p className={look.soft}>{`${say.focus}: ${focus.join(', ')}`}</p>
        <ul className={look.grid}>
          {plan.rooms.map(({ seats, card, why }, index) => (
            <li key={seats.customer ?? index} className={look.tile}>
              <h3 className={look.small}>{words.console.rooms.spot(index + 1)}</h3>
              <p>
                <strong>{titles.get(card) ?? ''}</strong>{' '}
                <span className={look.soft}>({say.why[why] ?? why})</span>
              </p>
              <Seats seats={seats} names={names} />
            </li>
          ))}
        </ul>
      </Stack>
    </Panel>
  )
}

export function Seats({
  seats,
  names,
}: {
  seats: Plan['rooms'][number]['seats']
  names: PlanProps['names']
}) {
  const nameOf = (id: string | null) => (id === null ? words.console.rooms.empty : (names[id] ?? id))
  const rows = [
    { role: 'customer', id: seats.customer },
    { role: 'officer', id: seats.officer },
    ...seats.observers.map(id => ({ role: 'observer', id })),
  ] as const
  return (
    <ul className={look.seats}>
      {rows.map(({ role, id }) => (
        <li key={`${role} ${id}`}>
          <RoleBadge role={role as 'customer' | 'officer' | 'observer'} />
          <bdi>{nameOf(id)}</bdi>
        </li>
      ))}
    </ul>
  )
}
