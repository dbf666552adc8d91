import { Instructor, Seeded, Trainee } from '@evenkeel/rehearsal'
import type { LocalDevice } from './local-device.ts'

interface SimulatedClass {
  readonly instructor: LocalDevice
  readonly trainees: readonly LocalDevice[]
  readonly seed: number
  readonly pause: (pace: number) => (ms: number) => Promise<void>
}

/** ms into the first scenes at which one calls for help and another's device is lost, and for how long it is. */
const HELP_AFTER = 40_000
const LOST_AFTER = 25_000
const LOST_FOR = 75_000
/** ms that a call for help waits for whoever looks on, before the simulated instructor answers it. */
const PATIENCE = 120_000

/** A class in full swing, round after round until it is closed: with a call for help, a dropout and a return. */
export async function playSimulatedClass({
  instructor,
  trainees,
  seed,
  pause,
}: SimulatedClass): Promise<void> {
  const seeded = new Seeded(seed)
  for (const [index, device] of trainees.entries()) {
    const own = seeded.for(`${index}`)
    const officer = own.maybe(0.6) ? 'listens' : 'by-the-book'
    void new Trainee(device, { pause: pause(1), seeded: own, character: { officer } }).play()
  }
  const [, , calls, , , lost] = trainees
  if (calls !== undefined) void callForHelp(calls, pause(1))
  if (lost !== undefined) void dropOut(lost, pause(1))
  const teaching = new Instructor(instructor, {
    pause: pause(1),
    seeded: seeded.for('instructor'),
    patience: PATIENCE,
  })
  while (instructor.console?.class.status !== 'closed') await teaching.teachRound()
}

async function inScene(device: LocalDevice): Promise<void> {
  await device.until(({ seat }) => seat?.room?.phase.name === 'scene')
}

async function callForHelp(device: LocalDevice, pause: (ms: number) => Promise<void>): Promise<void> {
  await inScene(device)
  await pause(HELP_AFTER)
  await device.act('CallHelp', {})
}

async function dropOut(device: LocalDevice, pause: (ms: number) => Promise<void>): Promise<void> {
  await inScene(device)
  await pause(LOST_AFTER)
  device.leave()
  await pause(LOST_FOR)
  device.enter()
}
