import type { WallCell } from '../view/wall-cell.ts'

/** What no test of the wall's rules sets unless it is about it: nobody is missing, calls, stopped or is waited for. */
export const UNTROUBLED = {
  hotSince: null,
  helped: 1,
  hurt: 0,
  observed: true,
  away: [],
  unfinished: [],
  stoppedBy: null,
  help: [],
  helpSince: null,
} as const satisfies Partial<WallCell>
