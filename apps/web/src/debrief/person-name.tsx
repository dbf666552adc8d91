import type { Role } from '../look/role.tsx'
import { words } from '../words/en.ts'
import type { NameOf } from './shown-scene.ts'

/** A name as it is written, whichever way it is read; whoever looks sees that it is them. */
export function PersonName({ person, nameOf, me }: { person: string; nameOf: NameOf; me: string | null }) {
  return (
    <span>
      <bdi>{nameOf(person) || words.debrief.unknown}</bdi>
      {person === me && <span> ({words.debrief.you})</span>}
    </span>
  )
}

/** Whose rating it is, in the colour of the seat they rated from. */
export const roleOf = {
  self: 'officer',
  customer: 'customer',
  observer: 'observer',
  instructor: 'instructor',
} as const satisfies Record<string, Role>
