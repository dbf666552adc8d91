import { instruct, type OpenedClass, type Simulant } from '@evenkeel/simulant'
import { aClass, type ServerHere } from './here.ts'
import { stateOf } from './journaled.ts'
import { inSeat, joinMany, readyAll, startRound, type Trainee } from './play.ts'

export interface PlayedScene {
  readonly opened: OpenedClass
  readonly instructor: Simulant
  readonly trainees: readonly Trainee[]
  readonly customer: Trainee
  readonly officer: Trainee
  readonly observer: Trainee
}

/** A typed class of three whose scene has begun. */
export async function aScene(
  here: ServerHere,
  extras: Parameters<typeof joinMany>[3] = {},
): Promise<PlayedScene> {
  const opened = await aClass(here.base)
  const instructor = instruct(opened)
  await instructor.until(it => it.console)
  const trainees = await joinMany(here.base, opened, 3, { reconnectAfter: 5, ...extras })
  await startRound(instructor, trainees)
  await readyAll(trainees)
  here.clock.advance(5_000)
  const seat = (name: 'customer' | 'officer' | 'observer') => inSeat(trainees, 'r1-1', name)
  return {
    opened,
    instructor,
    trainees,
    customer: seat('customer'),
    officer: seat('officer'),
    observer: seat('observer'),
  }
}

/** What the journal of a server in this process says of a class. */
export async function stateHere(here: ServerHere, classId: string) {
  // Written by this very server, so there is nothing to lift.
  return stateOf(classId, (await here.store.journal.read(classId, 0)) as never)
}

export const headOf = async (here: ServerHere, classId: string) =>
  (await here.store.journal.head(classId))?.seq

/** The texts of the lines of a trainee's present scene. */
export const linesOf = (trainee: Trainee) => trainee.seat?.room?.scenes.at(-1)?.lines.map(line => line.text)
