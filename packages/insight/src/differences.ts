import type { PersonId, RatedAs, Rating } from '@evenkeel/classroom'

/** Points apart from which a difference is worth talking about. */
export const TALK_FROM = 2

/** An item on which two raters were far apart: something to talk about, not an error of either. */
export interface Difference {
  readonly item: string
  readonly apart: number
  readonly lowest: Voice
  readonly highest: Voice
}

export interface Voice {
  readonly by: PersonId
  readonly as: RatedAs
  readonly score: number
}

/**
 * For each item the lowest and the highest score of those who rated the officer, where they are two points or more apart;
 * the farthest first. The customer's five sentences are their own and are not compared with the rubric.
 */
export function differencesIn(ratings: readonly Rating[]): Difference[] {
  const officer = ratings.filter(rating => rating.as !== 'customer')
  const items = [...new Set(officer.flatMap(rating => Object.keys(rating.scores)))]
  return items
    .flatMap(item => {
      const voices = officer
        .flatMap(({ by, as, scores }): Voice[] => {
          const score = scores[item]
          return typeof score === 'number' ? [{ by, as, score }] : []
        })
        .toSorted((a, b) => a.score - b.score)
      const [lowest, highest] = [voices[0], voices.at(-1)]
      if (lowest === undefined || highest === undefined) return []
      const apart = highest.score - lowest.score
      return apart >= TALK_FROM ? [{ item, apart, lowest, highest }] : []
    })
    .toSorted((a, b) => b.apart - a.apart)
}
