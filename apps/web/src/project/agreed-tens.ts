import type { ProjectorView } from '@evenkeel/classroom/view'

export interface AgreedTen {
  /** Played time in ms at which these ten seconds begin. */
  readonly from: number
  readonly mark: 'helped' | 'hurt'
  /** How many people marked it so. */
  readonly people: number
}

/** More than these can't be read from the back of a room. */
const MOST = 4

/**
 * Where the room agreed: ten seconds that at least two people marked alike and fewer marked the other way. The strongest
 * four, in the order in which they happened.
 */
export function agreedTens(tens: NonNullable<ProjectorView['agreement']>): readonly AgreedTen[] {
  return tens
    .flatMap(({ from, helped, hurt }): AgreedTen[] => {
      if (Math.max(helped, hurt) < 2 || helped === hurt) return []
      return [helped > hurt ? { from, mark: 'helped', people: helped } : { from, mark: 'hurt', people: hurt }]
    })
    .sort((a, b) => b.people - a.people || a.from - b.from)
    .slice(0, MOST)
    .sort((a, b) => a.from - b.from)
}
