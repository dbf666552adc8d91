import type { CommandOf } from '../command.ts'
import { refuse } from '../refusal.ts'
import type { ClassState } from '../state.ts'
import { LONGEST } from '../text.ts'
import { agreedWords, saidKey, wordsAt } from '../worked-words.ts'
import { already, type Decision, happen } from './decision.ts'

/** Of one person, in a whole class. */
export const MOST_SHARED = 20
/** What a wall and a card for a pocket hold. */
export const MOST_PICKED = 8

/** Own words, for the class to have without a name, or no longer. */
export function shareLine(state: ClassState, command: CommandOf<'ShareLine'>): Decision {
  const { scene, said, on } = command.data
  const { actor } = command
  const agrees = state.worked.shared[saidKey({ scene, said })]?.by.some(person => person === actor) === true
  if (agrees === on) return already
  if (on) {
    const words = wordsAt(state, { scene, said })
    // Somebody else's words and those that never were look the same to whoever asks.
    if (words === undefined || !words.authors.some(person => person === actor))
      return refuse('gone', 'There are no such words of yours.')
    if (!words.revealed) return refuse('wrong-phase', 'The debrief is not open. Not now.')
    if (words.text.length > LONGEST.sentence)
      return refuse('limit', `Only a line of at most ${LONGEST.sentence} characters fits on a card.`)
    const own = Object.values(state.worked.shared).filter(({ by }) => by.some(person => person === actor))
    if (own.length >= MOST_SHARED) return refuse('limit', `You share ${MOST_SHARED} lines already.`)
  }
  return happen({ type: 'LineShared', data: { scene, said, on } })
}

export function pickLine(state: ClassState, command: CommandOf<'PickLine'>): Decision {
  const { scene, said, on } = command.data
  const { shared, picked } = state.worked
  const key = saidKey({ scene, said })
  if (picked.includes(key) === on) return already
  if (on) {
    const offered = shared[key]
    if (offered === undefined || agreedWords(state, offered) === undefined)
      return refuse('gone', 'That line is not shared, or no longer.')
    const standing = picked.filter(other => {
      const known = shared[other]
      return known !== undefined && agreedWords(state, known) !== undefined
    })
    if (standing.length >= MOST_PICKED)
      return refuse('limit', `There is room for ${MOST_PICKED} lines. Leave one out first.`)
  }
  return happen({ type: 'LinePicked', data: { scene, said, on } })
}

export function showLines(state: ClassState, command: CommandOf<'ShowLines'>): Decision {
  const { on } = command.data
  return state.worked.shown === on ? already : happen({ type: 'LinesShown', data: { on } })
}
