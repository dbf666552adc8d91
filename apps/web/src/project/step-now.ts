import { type ProjectorView, STEPS, type Step } from '@evenkeel/classroom/view'

/**
 * Where a class is that moves together: in its own step, or in the one of its slowest room once every room has gone on by
 * itself. Rooms in which all have rated open their debrief, and a room may be stopped, while the class's own step stands.
 */
export function stepNow(step: Step, steps: ProjectorView['steps']): Step {
  const slowest = STEPS.findIndex(each => (steps[each] ?? 0) > 0)
  return STEPS[Math.max(STEPS.indexOf(step), slowest)] ?? step
}
