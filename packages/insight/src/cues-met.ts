import type { Cue, Moment } from '@evenkeel/classroom'

/** One of the card's triggers or calmers, and where in the scene the customer says that it happened. */
export interface CueMet<Text> {
  readonly kind: Cue['kind']
  readonly index: Cue['index']
  readonly text: Text
  /** In the order in which they happened; empty where the customer did not confirm it. */
  readonly moments: readonly Moment[]
}

interface Cues<Trigger, Calmer> {
  readonly triggers: readonly Trigger[]
  readonly calmers: readonly Calmer[]
}

/** All six of a card, triggers first, each with its moments. */
export function cuesMet<Trigger, Calmer>(
  { triggers, calmers }: Cues<Trigger, Calmer>,
  moments: readonly Moment[],
): CueMet<Trigger | Calmer>[] {
  const met = <Text>(kind: Cue['kind'], texts: readonly Text[]): CueMet<Text>[] =>
    texts.flatMap((text, index) =>
      index === 0 || index === 1 || index === 2
        ? [{ kind, index, text, moments: moments.filter(each => isOf(each, kind, index)).toSorted(inTime) }]
        : [],
    )
  return [...met('trigger', triggers), ...met('calmer', calmers)]
}

const isOf = ({ cue }: Moment, kind: Cue['kind'], index: number): boolean =>
  cue?.kind === kind && cue.index === index
const inTime = (a: Moment, b: Moment): number => a.offset - b.offset
