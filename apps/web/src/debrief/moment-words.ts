import type { Moment, RoomView } from '@evenkeel/classroom/view'
import { rubric } from '@evenkeel/playbook/words'
import { words } from '../words/en.ts'

/** The part of the customer's brief that a confirmed cue points at. */
export type Cues = Pick<NonNullable<RoomView['customer']>, 'triggers' | 'calmers'>

/** What a moment is called: its behaviour, else the card's words for a confirmed cue, else that nobody named it. */
export function momentTitle(
  { behaviour, cue }: Pick<Moment, 'behaviour' | 'cue'>,
  cues?: Cues | null,
): string {
  if (behaviour !== undefined) return titleOf(behaviour)
  if (cue === undefined) return words.debrief.moment.unnamed
  const written = cues?.[cue.kind === 'trigger' ? 'triggers' : 'calmers'][cue.index]
  return written?.when ?? words.debrief.moment[cue.kind]
}

const titleOf = (behaviour: string): string =>
  rubric.moments.find(guide => guide.id === behaviour)?.title ?? behaviour
