import type { ReactNode } from 'react'

/** One panel in one state, as it stands in the gallery. `id` is unique: `debrief/typed-officer`. */
export interface Shown {
  readonly panel: string
  readonly state: string
  readonly make: () => ReactNode
}

export const idOf = ({ panel, state }: Shown): string => `${panel}/${state}`
