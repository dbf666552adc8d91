import type { EventOf } from '../event.ts'
import type { PersonId } from '../ids.ts'
import { assertNever } from '../never.ts'
import type { ClassState, Worked } from '../state.ts'
import { saidKey } from '../worked-words.ts'

type WorkedEvent = EventOf<'LineShared'> | EventOf<'LinePicked'> | EventOf<'LinesShown'>

export function evolveWorked(state: ClassState, event: WorkedEvent): ClassState {
  const { worked } = state
  switch (event.type) {
    case 'LineShared':
      return { ...state, worked: sharedBy(worked, event.actor, event.data) }
    case 'LinePicked': {
      const key = saidKey(event.data)
      const others = worked.picked.filter(known => known !== key)
      return { ...state, worked: { ...worked, picked: event.data.on ? [...others, key] : others } }
    }
    case 'LinesShown':
      // The wall has room for one of the two.
      return event.data.on
        ? { ...state, takeAlongsShown: false, worked: { ...worked, shown: true } }
        : { ...state, worked: { ...worked, shown: false } }
    default:
      return assertNever(event)
  }
}

/** As if they had taken back everything that they shared. */
export function unshared(worked: Worked, person: PersonId): Worked {
  const own = Object.values(worked.shared).filter(({ by }) => by.includes(person))
  return own.reduce((left, { scene, said }) => sharedBy(left, person, { scene, said, on: false }), worked)
}

/** Whoever takes words back takes them off the picked ones too: shared again they have to be picked again. */
function sharedBy(worked: Worked, person: PersonId, data: EventOf<'LineShared'>['data']): Worked {
  const { on, ...said } = data
  const key = saidKey(said)
  const { [key]: known, ...others } = worked.shared
  const without = (known?.by ?? []).filter(other => other !== person)
  const by = on ? [...without, person] : without
  return {
    ...worked,
    shared: by.length === 0 ? others : { ...others, [key]: { ...said, by } },
    picked: on ? worked.picked : worked.picked.filter(other => other !== key),
  }
}
