import type { Line } from '@evenkeel/classroom'
import { spotIn } from '@evenkeel/insight'
import { type BehaviourId, type Language, type Mark, markOf } from '@evenkeel/playbook'

/** The behaviours that can be told from an officer's line, at most three, each once. */
export const toldBy = ({ how, text }: Pick<Line, 'how' | 'text'>, language: Language): BehaviourId[] =>
  spotIn(text, { language, how }).map(({ behaviour }) => behaviour)

/** What an observer would tap: a pitfall is heard before anything that helped in the same line. */
export function tapFor(
  line: Pick<Line, 'how' | 'text'>,
  language: Language,
): { mark: Mark; behaviour: BehaviourId } | undefined {
  const [behaviour] = toldBy(line, language)
  return behaviour === undefined ? undefined : { mark: markOf(behaviour), behaviour }
}
