import { instruct, type OpenedClass, openClass, signIn } from '@evenkeel/simulant'
import { join } from './crowd.ts'
import { PASSCODE } from './passcode.ts'

const ROOMS = 100
const EVENTS_PER_SECOND = 5 * ROOMS
const JOINING = 8

type Trainee = Awaited<ReturnType<typeof join>>

export interface Hundred {
  readonly opened: OpenedClass
  /** By room. */
  readonly customers: readonly Trainee[]
  readonly leave: () => void
}

/** A typed class of 200 in 100 rooms in the middle of their scenes; the instructor plays too, in the first. */
export async function playingHundred(base: string): Promise<Hundred> {
  const browser = await signIn(base, { name: 'Ines', passcode: PASSCODE })
  const opened = await openClass(browser, { title: 'A hundred rooms', place: 'remote' })
  const instructor = instruct(opened, ['console', 'seat'])
  await instructor.until(it => it.seat && it.console)
  const me = instructor.seat?.me.person
  const trainees: Trainee[] = []
  for (let n = 1; n < ROOMS * 2; n += JOINING) {
    const names = Array.from(
      { length: Math.min(JOINING, ROOMS * 2 - n) },
      (_, k) => `Trainee number ${n + k}`,
    )
    trainees.push(...(await Promise.all(names.map(name => join(base, opened.code, name)))))
  }
  const customers = trainees.filter((_, index) => index % 2 === 0)
  const officers = trainees.filter((_, index) => index % 2 === 1)
  await instructor.do('PlanRound', {})
  const card = instructor.console?.deck[0]?.hash
  if (card === undefined || me === undefined)
    throw new Error('the class has no card, or the instructor no seat')
  await instructor.do('ChangePlan', {
    rooms: customers.map((customer, room) => ({
      seats: { customer: customer.person, officer: officers[room]?.person ?? me, observers: [] },
      card,
      why: 'chosen',
    })),
  })
  await instructor.do('StartRound', { round: 1 })
  await instructor.do('Next', { round: 1, to: 'scene' })
  await Promise.all(trainees.map(trainee => trainee.began))
  const leave = () => {
    instructor.close()
    for (const { socket } of trainees) socket.disconnect()
  }
  return { opened, customers, leave }
}

/** For so long 5 events a second in each room, evenly: one in ten a line, else a step of the temperature; now and then a call for help. */
export function play({ customers }: Hundred, seconds: number): Promise<void> {
  const began = performance.now()
  const end = seconds * EVENTS_PER_SECOND
  let n = 0
  return new Promise(resolve => {
    const turn = () => {
      const due = Math.min(end, ((performance.now() - began) * EVENTS_PER_SECOND) / 1_000)
      for (; n < due; n++) one(customers, n)
      if (n >= end) return resolve()
      setTimeout(turn, 2)
    }
    turn()
  })
}

function one(customers: readonly Trainee[], n: number): void {
  const room = n % ROOMS
  const round = Math.floor(n / ROOMS)
  const customer = customers[room]
  if (customer === undefined) return
  const { place, command } = customer.play()
  const done = () => {}
  // Somebody calls for help every two seconds, and needs none a second later.
  if (n % 1_000 === 500) command('CallHelp', {}, done)
  if (n % 1_000 === 0 && n > 0) command('EndHelp', { person: customer.person }, done)
  if ((round + room) % 10 === 0)
    command('Speak', { place, how: 'say', text: `Line ${round}, of the length that people write.` }, done)
  else command('SetTemperature', { place, level: 4 + (round % 2) }, done)
}
