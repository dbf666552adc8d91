import type { Moment } from '@evenkeel/classroom'
import { type BehaviourId, behaviourIds, pitfallIds } from '@evenkeel/playbook'

/**
 * Counts of marks, not of happenings: two observers who marked the same thing are two. A pitfall never cancels what
 * helped, so there is no difference, share or total of the two here.
 */
export interface MomentCounts {
  /** Every behaviour of the rubric, at 0 where nobody named it. */
  readonly behaviours: Readonly<Record<BehaviourId, number>>
  /** Marks that nobody gave a name. */
  readonly unnamed: { readonly helped: number; readonly hurt: number }
  /** The moments named as a pitfall, in the order in which they happened. */
  readonly pitfalls: readonly Moment[]
}

/** Does not depend on the order of the moments, except for which of two pitfalls at one offset is listed first. */
export function countMoments(moments: readonly Moment[]): MomentCounts {
  const behaviours = Object.fromEntries(behaviourIds.map(id => [id, 0])) as Record<BehaviourId, number>
  const unnamed = { helped: 0, hurt: 0 }
  for (const { behaviour, mark } of moments) {
    if (behaviour === undefined) unnamed[mark] += 1
    else behaviours[behaviour] += 1
  }
  return { behaviours, unnamed, pitfalls: moments.filter(isPitfall).toSorted((a, b) => a.offset - b.offset) }
}

const pitfalls: ReadonlySet<BehaviourId> = new Set(pitfallIds)

export const isPitfall = ({ behaviour }: Pick<Moment, 'behaviour'>): boolean =>
  behaviour !== undefined && pitfalls.has(behaviour)
