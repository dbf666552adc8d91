import type { ConsoleView, Settings } from '@evenkeel/classroom/view'

export interface ClassPlan {
  /** Whole minutes since the class was opened. */
  readonly used: number
  readonly minutes: number
  /** Server time in ms at which the planned minutes are over. */
  readonly endsAt: number
  /** Whole minutes that a round takes with the class's times, reading once through. */
  readonly roundTakes: number
  /** Whole rounds that still fit between now and the end, beside the one that runs. */
  readonly fits: number
}

const MINUTE = 60_000

const roundTime = ({ times }: Settings): number =>
  times.briefing + times.countIn + times.scene + times.wrapUp + times.stepOut + times.rating + times.debrief

/** Where the class stands in its time. A round that runs is reckoned with half of its time, which is as good as any guess. */
export function classPlan(view: ConsoleView, openedAt: number, now: number): ClassPlan {
  const { settings } = view.class
  const takes = roundTime(settings)
  const endsAt = openedAt + settings.minutes * MINUTE
  const runs = view.round !== null && view.round.next !== null
  const left = endsAt - now - (runs ? takes / 2 : 0)
  return {
    used: Math.max(0, Math.floor((now - openedAt) / MINUTE)),
    minutes: settings.minutes,
    endsAt,
    roundTakes: Math.ceil(takes / MINUTE),
    fits: Math.max(0, Math.floor(left / takes)),
  }
}
