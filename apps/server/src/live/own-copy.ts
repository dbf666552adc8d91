import { ownScenes, type PersonId, sitting } from '@evenkeel/classroom'
import type { OwnCopy } from '../http/classes-port.ts'
import type { LiveClass } from './live-class.ts'

/** A person's own scenes with the names of those who sit in them; undefined for who is no longer in the class. */
export function ownCopyOf({ state, names }: LiveClass, person: PersonId): OwnCopy | undefined {
  const standing = state.people.find(known => known.id === person)?.standing
  if (standing !== 'present' && standing !== 'set-aside') return undefined
  const scenes = ownScenes(state, person)
  const people = new Set([person, ...scenes.flatMap(({ seats }) => sitting(seats))])
  const named = [...people].flatMap(id => {
    const name = names.get(id)?.name
    return name === undefined ? [] : [[id, name] as const]
  })
  return { title: state.title, names: Object.fromEntries(named), scenes }
}
