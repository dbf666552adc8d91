import type { Moment, RoomView } from '@evenkeel/classroom/view'
import { rubric as english, type Rubric } from '@evenkeel/playbook/words'
import { words } from '../words/en.ts'

/** The part of the customer's brief that a confirmed cue points at. */
export type Cues = Pick<NonNullable<RoomView['customer']>, 'triggers' | 'calmers'>

/** What a moment is called: its behaviour in the rubric's words, else the card's words for a confirmed cue, else that nobody named it. */
export function momentTitle(
  { behaviour, cue }: Pick<Moment, 'behaviour' | 'cue'>,
  cues?: Cues | null,
  rubric: Rubric = english,
): string {
  if (behaviour !== undefined) return rubric.moments.find(guide => guide.id === behaviour)?.title ?? behaviour
  if (cue === undefined) return words.debrief.moment.unnamed
  const written = cues?.[cue.kind === 'trigger' ? 'triggers' : 'calmers'][cue.index]
  return written?.when ?? words.debrief.moment[cue.kind]
}
