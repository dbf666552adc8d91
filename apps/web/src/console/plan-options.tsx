'use client'

import type { ConsoleView } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import type { Act } from '../live/class-link.ts'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import { Select } from './select.tsx'

interface PlanOptionsProps {
  view: ConsoleView
  names: Readonly<Record<string, string>>
  act: Act
}

const LEVELS = [1, 2, 3] as const

/** Other plans than the planner's own: one card for all, a difficulty, or one pair in front of everybody. */
export function PlanOptions({ view, names, act }: PlanOptionsProps) {
  const say = words.console.plan
  return (
    <details className={look.details}>
      <summary>{say.other}</summary>
      <div className={look.options}>
        <CardForm view={view} act={act} />
        <FishbowlForm view={view} names={names} act={act} />
      </div>
    </details>
  )
}

function CardForm({ view, act }: Pick<PlanOptionsProps, 'view' | 'act'>) {
  const say = words.console.plan
  const [card, setCard] = useState('')
  const [level, setLevel] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const difficulty = LEVELS.find(known => String(known) === level)
    void act('PlanRound', { ...(card !== '' && { card }), ...(card === '' && difficulty && { difficulty }) })
  }
  const cards = view.deck.map(({ hash, title }) => ({ value: hash, text: title }))
  return (
    <form onSubmit={submit} className={look.option}>
      <h3 className={look.small}>{say.cards}</h3>
      <Select
        label={say.card}
        value={card}
        onChange={setCard}
        options={[{ value: '', text: say.anyCard }, ...cards]}
      />
      {card === '' && (
        <Select
          label={say.difficulty}
          value={level}
          onChange={setLevel}
          options={[
            { value: '', text: say.anyLevel },
            ...LEVELS.map(known => ({ value: String(known), text: say.levels[known] })),
          ]}
        />
      )}
      <Button type="submit">{say.planThus}</Button>
    </form>
  )
}

function FishbowlForm({ view, names, act }: PlanOptionsProps) {
  const say = words.console.plan
  const [customer, setCustomer] = useState('')
  const [officer, setOfficer] = useState('')
  const present = Object.entries(view.people)
    .filter(([, person]) => person.role === 'trainee' && person.standing === 'present')
    .map(([id]) => ({ value: id, text: names[id] ?? id }))
  const options = (other: string) => [
    { value: '', text: say.pick },
    ...present.filter(({ value }) => value !== other),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act('PlanRound', { fishbowl: { customer, officer } })
  }
  return (
    <form onSubmit={submit} className={look.option}>
      <h3 className={look.small}>{say.fishbowl}</h3>
      <p className={look.soft}>{say.fishbowlMeans}</p>
      <Select
        label={words.roles.customer}
        value={customer}
        onChange={setCustomer}
        options={options(officer)}
      />
      <Select label={words.roles.officer} value={officer} onChange={setOfficer} options={options(customer)} />
      <Button type="submit" disabled={customer === '' || officer === ''}>
        {say.planFishbowl}
      </Button>
    </form>
  )
}
