import type { PlanWarning } from '@evenkeel/classroom/view'
import { words } from '../words/en.ts'

const say = words.console.warnings

/** With one of these a plan can't be started. */
export const stopsTheStart = ({ kind }: PlanWarning): boolean =>
  kind === 'empty-seat' || kind === 'not-here' || kind === 'no-seat'

/** One sentence for the instructor. */
export function warningText(
  warning: PlanWarning,
  nameOf: (person: string) => string,
  titleOf: (card: string) => string,
): string {
  switch (warning.kind) {
    case 'empty-seat':
      return say.emptySeat(warning.room, words.roles[warning.seat].toLowerCase())
    case 'not-here':
      return say.notHere(warning.room, nameOf(warning.person))
    case 'no-seat':
      return say.noSeat(nameOf(warning.person))
    case 'brief-seen':
      return say.briefSeen(nameOf(warning.person), titleOf(warning.card), warning.room)
    case 'many':
      return say.many(warning.room, warning.people)
    case 'nobody-observes':
      return say.nobodyObserves(warning.room)
    case 'parted':
      return say.parted(nameOf(warning.people[0]), nameOf(warning.people[1]))
    case 'role-again':
      return say.roleAgain(nameOf(warning.person), words.roles[warning.seat].toLowerCase())
    case 'card-again':
      return say.cardAgain(warning.room, titleOf(warning.card))
    case 'uneven':
      return say.uneven(
        nameOf(warning.person),
        words.roles[warning.seat].toLowerCase(),
        warning.times,
        warning.least,
      )
    case 'met':
      return say.met(nameOf(warning.people[0]), nameOf(warning.people[1]), warning.room)
  }
}
