import type { ClassEvent, PersonId } from '@evenkeel/classroom'
import { type PlayedScene, scenesOf } from '@evenkeel/insight'
import { Instructor, NAMES, Seeded, simulated, Trainee } from '@evenkeel/rehearsal'
import { instruct, joinClass, openClass, signIn } from '../arrive.ts'
import type { Simulant } from '../simulant.ts'
import type { Stage } from './stage.ts'

/** Who calls for help, and whose device is lost in their first scene, by the order in which they join. */
const CALLS_FOR_HELP = 2
const LOST = 5
/** ms into that scene at which it is lost, and for how long: more than the grace. */
const LOST_AFTER = 25_000
const LOST_FOR = 75_000

export interface ClassPlan {
  readonly people: number
  readonly pairings: number
  readonly seed: number
  /** How many times faster than people: divides every pause. */
  readonly speed: number
  /** ms of human time. */
  readonly scene: number
}

export interface Played {
  readonly round: number
  readonly scenes: readonly PlayedScene[]
  readonly names: Readonly<Record<PersonId, string>>
}

/** Plays a whole simulated class on a server and tells each round's scenes as soon as the round is over. */
export async function playClass(
  { base, store, passcode }: Stage,
  { people, pairings, seed, speed, scene }: ClassPlan,
  tell: { opened?: (code: string) => void; played: (played: Played) => void },
): Promise<readonly PlayedScene[]> {
  const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms / speed))
  const seeded = new Seeded(seed)
  const browser = await signIn(base, { name: simulated('Ines'), passcode })
  const opened = await openClass(browser, { title: 'Simulated class', place: 'remote' })
  tell.opened?.(opened.code)
  const device = instruct(opened, ['console', 'wall'])
  const { settings } = (await device.until(it => it.console)).class
  const times = { ...settings.times, scene, countIn: 3_000 }
  await device.do('ChangeSettings', { settings: { ...settings, times } })

  const trainees = []
  for (let index = 0; index < people; index++) {
    const name = simulated(NAMES[index % NAMES.length] ?? 'Ana')
    const seat = await joinClass(base, opened.code, name)
    const own = seeded.for(`${index} ${name}`)
    const officer = own.maybe(0.6) ? 'listens' : 'by-the-book'
    const character = { officer, asksForHelp: index === CALLS_FOR_HELP } as const
    const plays = [new Trainee(seat, { pause, seeded: own, character }).play()]
    if (index === LOST) plays.push(dropOut(seat, pause))
    trainees.push({ seat, playing: Promise.all(plays) })
  }
  const instructor = new Instructor(device, { pause, seeded: seeded.for('instructor') })
  const all: PlayedScene[] = []
  for (let n = 0; n < pairings * 2; n++) {
    const round = await instructor.teachRound()
    // The journal's own events, of this very version.
    const events = (await store.journal.read(opened.classId, 0)) as readonly ClassEvent[]
    const scenes = scenesOf(events).filter(each => each.round === round)
    all.push(...scenes)
    tell.played({ round, scenes, names: Object.fromEntries(device.names) })
  }
  await device.do('CloseClass', {})
  await Promise.all(trainees.map(({ playing }) => playing))
  for (const { seat } of trainees) seat.close()
  device.close()
  return all
}

/** The device is lost in the middle of a scene, and comes back after more than the grace. */
async function dropOut(device: Simulant, pause: (ms: number) => Promise<void>): Promise<void> {
  await device.until(({ seat }) => seat?.room?.phase.name === 'scene')
  await pause(LOST_AFTER)
  device.drop()
  await pause(LOST_FOR)
  device.reconnect()
}
