import type { CardHash } from '@evenkeel/classroom'
import { type Device, Seeded, Trainee } from '@evenkeel/rehearsal'
import type { LocalDevice } from './local-device.ts'

interface SitIn {
  readonly instructor: LocalDevice
  readonly customer: LocalDevice
  readonly seed: number
  /** Left out: the planner chooses one. */
  readonly card?: CardHash
  readonly pause: (pace: number) => (ms: number) => Promise<void>
}

/** Reading and typing at this pace nobody who is alone waits long, and still has time to read. */
const PACE = 2.5
/** ms between the customer's last words and the end: time for an answer to them. */
const LAST_WORDS = 15_000

/** A scene for one: waits for whoever comes to be the officer, seats them opposite the scripted customer, and plays. */
export async function playSitIn({ instructor, customer, seed, card, pause }: SitIn): Promise<void> {
  const officer = await instructor.until(({ console }) =>
    Object.entries(console?.people ?? {}).find(
      ([id, { role }]) => role === 'trainee' && id !== customer.person,
    ),
  )
  await instructor.do('PlanRound', card === undefined ? {} : { card })
  const plan = await instructor.until(({ console }) => console?.plan)
  const [room] = plan.rooms
  if (room === undefined) throw new Error('the planner made no room')
  const seats = { customer: customer.person, officer: officer[0], observers: [] }
  await instructor.do('ChangePlan', { rooms: [{ seats, card: room.card, why: room.why }] })
  await instructor.do('StartRound', { round: 1 })
  await instructor.do('LockClass', { locked: true })
  const settled = async () => {
    await pause(1)(LAST_WORDS)
    await moveOn(instructor, 'wrap-up')
  }
  const character = { officer: 'listens', answersGestures: true } as const
  const means = { pause: pause(PACE), seeded: new Seeded(seed), character, settled }
  await new Trainee(customer, means).play()
}

/** Whoever is alone says when they have had enough. */
export async function moveOn(instructor: Device, to: 'wrap-up' | 'step-out'): Promise<boolean> {
  const [found] = Object.entries(instructor.console?.rooms ?? {})
  if (found === undefined) return false
  const [room, { scene }] = found
  return (await instructor.act('MoveRoom', { place: { room, scene, seat: 'instructor' }, to })).ok
}
