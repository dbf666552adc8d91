import type { PersonId } from '../ids.ts'
import type { ClassState } from '../state.ts'
import { agreedWords, saidKey, wordsAt } from '../worked-words.ts'
import type { OfferedLine, OwnWords } from './view.ts'

/** What the instructor may pick from. In the order of the alphabet, so that it tells nothing of who said it, or when. */
export function offeredLines(state: ClassState): readonly OfferedLine[] {
  const { shared, picked } = state.worked
  return Object.values(shared)
    .flatMap((words): OfferedLine[] => {
      const text = agreedWords(state, words)
      const { scene, said } = words
      return text === undefined ? [] : [{ scene, said, text, picked: picked.includes(saidKey(words)) }]
    })
    .sort((a, b) => inOrder(a.text, b.text))
}

/** The words alone of what was picked and is still shared. */
export function pickedLines(state: ClassState): readonly string[] {
  const { shared, picked } = state.worked
  return picked
    .flatMap(key => {
      const words = shared[key]
      const text = words && agreedWords(state, words)
      return text === undefined ? [] : [text]
    })
    .sort(inOrder)
}

/**
 * What this person agreed to, so that they can take it back, also in a later round. In an order that does not hang on
 * when the other one agreed, so that it tells nothing of them.
 */
export function ownWords(state: ClassState, person: PersonId): readonly OwnWords[] {
  return Object.entries(state.worked.shared)
    .filter(([, { by }]) => by.includes(person))
    .sort(([a], [b]) => inOrder(a, b))
    .map(([, { scene, said }]) => ({ scene, said, text: wordsAt(state, { scene, said })?.text ?? '' }))
}

/** Whether one of the picked lines is there only because this person agreed. */
export const isHeardOf = ({ worked: { shared, picked } }: ClassState, person: PersonId): boolean =>
  picked.some(key => shared[key]?.by.includes(person) === true)

const inOrder = (a: string, b: string): number => {
  const [small, other] = [a.toLowerCase(), b.toLowerCase()]
  return small === other ? 0 : small < other ? -1 : 1
}
