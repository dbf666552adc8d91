import type { Simulant } from '@evenkeel/simulant'

/** Plans and starts a round and waits until everybody sees their seat in it. */
export async function startRound(instructor: Simulant, trainees: readonly Simulant[]): Promise<void> {
  await instructor.until(it => it.console)
  const round = (instructor.console?.round?.number ?? 0) + 1
  await instructor.do('PlanRound', {})
  await instructor.do('StartRound', { round })
  await Promise.all(trainees.map(trainee => trainee.until(it => it.seat?.room?.id.startsWith(`r${round}-`))))
}

/** Everybody reads and is ready; a room at its own pace then begins its scene. */
export async function readyAll(trainees: readonly Simulant[]): Promise<void> {
  await Promise.all(trainees.map(trainee => trainee.do('Ready', { place: placeOf(trainee) })))
  await Promise.all(trainees.map(trainee => trainee.until(it => it.seat?.room?.phase.name === 'scene')))
}

export function placeOf(simulant: Simulant) {
  const { place } = simulant
  if (place === undefined) throw new Error('this simulant has no seat')
  return place
}

export const speak = (simulant: Simulant, text: string) =>
  simulant.act('Speak', { place: placeOf(simulant), how: 'say', text })

export const linesOf = (simulant: Simulant): string[] =>
  simulant.seat?.room?.scenes[0]?.lines.map(line => line.text) ?? []
