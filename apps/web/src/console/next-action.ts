import type { ConsoleView, Step } from '@evenkeel/classroom/view'

/** The one thing to do next, as the console's primary button offers it. */
export type NextAction =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'start'; readonly round: number }
  | { readonly kind: 'next'; readonly round: number; readonly to: Step }
  | { readonly kind: 'over' }

/** First the round that runs, then the plan that waits, then a new plan. */
export function nextAction(view: ConsoleView): NextAction {
  if (view.class.status === 'closed') return { kind: 'over' }
  const { round, plan } = view
  const rooms = Object.values(view.rooms)
  const running = rooms.some(room => room.phase.name !== 'done' && room.phase.name !== 'stopped')
  if (round !== null && running && round.next !== null)
    return { kind: 'next', round: round.number, to: round.next }
  if (plan !== null) return { kind: 'start', round: (round?.number ?? 0) + 1 }
  const present = Object.values(view.people).filter(
    one => one.role === 'trainee' && one.standing === 'present',
  )
  return present.length < 2 ? { kind: 'too-few' } : { kind: 'plan' }
}
