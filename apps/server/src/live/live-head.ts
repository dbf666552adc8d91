import { mergedInto, type PersonId, personNow, personOf, type Standing } from '@evenkeel/classroom'
import type { LiveHead } from '../http/classes-port.ts'
import type { LiveClass } from './live-class.ts'

/** What somebody who is about to come in may know; undefined while the class is not open yet. */
export function liveHeadOf({ state, names }: LiveClass): LiveHead | undefined {
  if (state.status === 'unopened') return undefined
  const now = (person: PersonId) => personNow(state, person)
  return {
    title: state.title,
    kind: state.settings.kind,
    medium: state.settings.medium,
    locked: state.locked,
    status: state.status === 'closed' ? 'closed' : 'open',
    now,
    also: person => mergedInto(state, person),
    standing: person => personOf(state, now(person))?.standing,
    nameOf: person => names.get(now(person))?.name,
    trainees: () =>
      state.people.flatMap(({ id, role, standing }) => (role === 'trainee' && isHere(standing) ? [id] : [])),
    traineeNames: () =>
      state.people.flatMap(({ id, role, standing }) =>
        role === 'trainee' && isHere(standing) ? (names.get(id)?.name ?? []) : [],
      ),
  }
}

const isHere = (standing: Standing): boolean => standing === 'present' || standing === 'set-aside'
