import type { Cue } from '@evenkeel/classroom'
import type { CustomerPart } from '@evenkeel/playbook'
import type { Spotted } from './sign.ts'

export interface SpottedCue {
  readonly cue: Cue
  readonly spotted: Spotted
}

/** Which trigger or calmer of the card a line met: a trigger before any calmer, each in the order in which it was spotted. */
export function cueMetBy(
  spotted: readonly Spotted[],
  card: Pick<CustomerPart, 'triggers' | 'calmers'>,
): SpottedCue | undefined {
  for (const [kind, cues] of [
    ['trigger', card.triggers],
    ['calmer', card.calmers],
  ] as const) {
    for (const each of spotted) {
      const index = cues.findIndex(({ behaviour }) => behaviour === each.behaviour)
      if (index === 0 || index === 1 || index === 2) return { cue: { kind, index }, spotted: each }
    }
  }
  return undefined
}
