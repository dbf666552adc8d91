import type { ConsoleView } from '@evenkeel/classroom/view'

type Role = 'customer' | 'officer' | 'observer'

export interface NotYet {
  readonly role: Role
  readonly people: readonly string[]
}

const ROLES: readonly Role[] = ['officer', 'customer', 'observer']

/** Who of those present has not yet played which role; roles that everybody has played are left out. */
export function notYetPlayed(people: ConsoleView['people']): readonly NotYet[] {
  const present = Object.entries(people).filter(
    ([, { role, standing }]) => role === 'trainee' && standing === 'present',
  )
  return ROLES.flatMap(role => {
    const missing = present.flatMap(([id, { played }]) => (played[role] === 0 ? [id] : []))
    return missing.length === 0 ? [] : [{ role, people: missing }]
  })
}
