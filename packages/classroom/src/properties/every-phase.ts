import type { PhaseName } from '../room.ts'

export const everyPhase: readonly PhaseName[] = [
  'briefing',
  'scene',
  'time-out',
  'wrap-up',
  'step-out',
  'rating',
  'debrief',
  'retake',
  'stopped',
  'done',
]
