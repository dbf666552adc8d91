import { memo } from 'react'
import { PeoplePanel, type PeopleProps } from './people-panel.tsx'

const SHOWN = ['head', 'me', 'view', 'names', 'plainNames', 'presence', 'roster', 'claims', 'hidden'] as const

/** Two hundred lines are not drawn anew for each frame of the wall. What they call reads nothing but the class. */
export const SteadyPeople = memo(PeoplePanel, (before: PeopleProps, after: PeopleProps) =>
  SHOWN.every(key => before[key] === after[key]),
)
