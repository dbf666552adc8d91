import type { WireShapes } from '@evenkeel/classroom'
import { joinClass, type OpenedClass, type Simulant } from '@evenkeel/simulant'

export type Trainee = Awaited<ReturnType<typeof joinClass>>

/** Joins so many trainees, one after the other, so that who is who does not depend on the network. */
export async function joinMany(
  base: string,
  { code }: OpenedClass,
  count: number,
  extras: Parameters<typeof joinClass>[3] = {},
): Promise<Trainee[]> {
  const trainees: Trainee[] = []
  for (let n = 1; n <= count; n++) trainees.push(await joinClass(base, code, `Trainee ${n}`, extras))
  return trainees
}

/** Plans and starts a round and waits until everybody sees their seat in it. */
export async function startRound(
  instructor: Simulant,
  trainees: readonly Trainee[],
  plan: WireShapes['PlanRound'] = {},
): Promise<number> {
  const round = (instructor.console?.round?.number ?? 0) + 1
  await instructor.do('PlanRound', plan)
  await instructor.do('StartRound', { round })
  await Promise.all(trainees.map(trainee => trainee.until(it => it.seat?.room?.id.startsWith(`r${round}-`))))
  return round
}

/** Everybody reads and is ready; a room at its own pace then begins its scene. */
export async function readyAll(trainees: readonly Trainee[]): Promise<void> {
  await Promise.all(trainees.map(trainee => act(trainee, 'Ready')))
  await Promise.all(trainees.map(trainee => trainee.until(it => it.seat?.room?.phase.name !== 'briefing')))
}

/** A command that carries nothing but its place. */
export function act(
  trainee: Trainee,
  type: 'Ready' | 'Stop' | 'CallTimeOut' | 'EndTimeOut' | 'FinishRating',
) {
  return trainee.do(type, { place: placeOf(trainee) })
}

export function placeOf(simulant: Simulant) {
  const { place } = simulant
  if (place === undefined) throw new Error('this simulant has no seat')
  return place
}

/** The trainee in a seat of a room. */
export function inSeat(
  trainees: readonly Trainee[],
  room: string,
  seat: 'customer' | 'officer' | 'observer',
): Trainee {
  const found = trainees.find(trainee => trainee.seat?.room?.id === room && trainee.seat.room.seat === seat)
  if (found === undefined) throw new Error(`nobody is the ${seat} of ${room}`)
  return found
}
