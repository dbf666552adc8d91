import type { ClassState } from '../state.ts'
import type { SharedTakeAlong } from './view.ts'

/** Sorted by what is written, so that the order tells nothing of who wrote it, or when. */
export function sharedTakeAlongs({ takeAlongs, people }: ClassState): readonly SharedTakeAlong[] {
  return people
    .flatMap(({ id, standing }) => {
      const own = takeAlongs[id]
      const out = standing === 'removed' || standing === 'blocked'
      return out || own?.shared !== true || own.keep + own.tryOut === ''
        ? []
        : [{ keep: own.keep, tryOut: own.tryOut }]
    })
    .sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
}

const textOf = ({ keep, tryOut }: SharedTakeAlong): string => `${keep} ${tryOut}`.toLowerCase()
