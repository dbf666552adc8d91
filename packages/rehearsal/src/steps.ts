import { ladder, type Temperature } from '@evenkeel/playbook'

/** The nearest step of the ladder: whole, and from 1 to 7. */
export function level(value: number): Temperature {
  const nearest = Math.max(1, Math.min(ladder.length, Math.round(value)))
  return ladder[nearest - 1]?.level ?? 4
}
