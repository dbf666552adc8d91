import type { ClassEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { presetFor } from './settings.ts'
import type { ClassState } from './state.ts'

/** A class before its first event. */
export function unopened(classId: string): ClassState {
  return {
    seq: 0,
    at: 0,
    classId,
    title: '',
    settings: presetFor({ kind: 'practice', place: 'same-room', minutes: 90 }, []),
    status: 'unopened',
    locked: false,
    people: [],
    deck: [],
    cards: {},
    rubricHash: '',
    language: 'en',
    plan: null,
    round: null,
    pastRounds: [],
    help: [],
    projected: null,
    takeAlongs: {},
    takeAlongsShown: false,
    worked: { shared: {}, picked: [], shown: false },
    deeds: [],
    closedAt: null,
    announced: null,
  }
}

export const fold = (state: ClassState, events: Iterable<ClassEvent>): ClassState => {
  let folded = state
  for (const event of events) folded = evolve(folded, event)
  return folded
}
