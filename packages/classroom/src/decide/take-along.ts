import type { CommandOf } from '../command.ts'
import { refuse } from '../refusal.ts'
import type { ClassState, TakeAlong } from '../state.ts'
import { allowText, LONGEST } from '../text.ts'
import { already, type Decision, happen } from './decision.ts'

/** ms after the class is over in which people may still write what they take along: as long as its code is kept. */
export const LATEST_TAKE_ALONG = 24 * 3_600_000

/** The newest replaces what the person wrote before. */
export function takeAlong(state: ClassState, command: CommandOf<'TakeAlong'>): Decision {
  const { shared } = command.data
  const keep = allowText(command.data.keep, LONGEST.sentence, 'What you keep')
  if (!keep.ok) return keep
  const tryOut = allowText(command.data.tryOut, LONGEST.sentence, 'What you try')
  if (!tryOut.ok) return tryOut
  const note = allowText(command.data.note, LONGEST.note, 'A note', true)
  if (!note.ok) return note
  const written: TakeAlong = { keep: keep.text, tryOut: tryOut.text, note: note.text, shared }
  const before = state.takeAlongs[command.actor]
  if (before === undefined && `${keep.text}${tryOut.text}${note.text}` === '')
    return refuse('invalid', 'All of it is empty. Write at least one thing, or leave it out.')
  return before !== undefined && alike(before, written)
    ? already
    : happen({ type: 'TakenAlong', data: written })
}

const alike = (a: TakeAlong, b: TakeAlong): boolean =>
  a.keep === b.keep && a.tryOut === b.tryOut && a.note === b.note && a.shared === b.shared

export function showTakeAlongs(state: ClassState, command: CommandOf<'ShowTakeAlongs'>): Decision {
  const { on } = command.data
  return state.takeAlongsShown === on ? already : happen({ type: 'TakeAlongsShown', data: { on } })
}
