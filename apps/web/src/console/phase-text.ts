import type { PhaseView } from '@evenkeel/classroom/view'
import { clockText } from '../live/use-now.ts'
import { words } from '../words/en.ts'

/** A room's phase in a word, with what is left of it. */
export function phaseText(phase: PhaseView, now: number): string {
  const name = words.console.phases[phase.held ? 'held' : phase.name] ?? phase.name
  const left =
    phase.endsAt === undefined ? phase.remaining : phase.endsAt - Math.max(now, phase.startsAt ?? now)
  return left === undefined ? name : `${name} · ${clockText(left)}`
}
