'use client'

import type { ConsoleView } from '@evenkeel/classroom/view'
import { type FormEvent, useState } from 'react'
import { Button } from '../look/button.tsx'
import { words } from '../words/en.ts'
import look from './console.module.css'
import own from './plan-options.module.css'
import { Select } from './select.tsx'

interface FishbowlProps {
  view: ConsoleView
  names: Readonly<Record<string, string>>
  onPlan: (pair: { customer: string; officer: string }) => void
}

/** One volunteer pair in front of everybody else. */
export function FishbowlForm({ view, names, onPlan }: FishbowlProps) {
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
    if (customer !== '' && officer !== '') onPlan({ customer, officer })
  }
  return (
    <form onSubmit={submit} className={own.option}>
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
