import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ClassEvent,
  type ClassState,
  fold,
  type PersonId,
  presetFor,
  type Room,
  SERVER,
  unopened,
} from '@evenkeel/classroom'
import { rubric } from '@evenkeel/playbook'
import { loadCards, rubricHash } from '@evenkeel/playbook/cards'
import { keep, LiveClass, openStore, Recent, systemChance, systemClock } from '@evenkeel/server'
import { median } from './figures.ts'
import { type CaughtUp, reconnectCosts } from './reconnect.ts'

export interface GrowthFigures {
  /** Microseconds of CPU per event around the 100th, the 1,000th and the 10,000th event of a class, medians of fresh classes. */
  readonly at100: number
  readonly at1000: number
  readonly at10000: number
  /** Median of the classes' own ratios of 10,000 over 100. */
  readonly ratio: number
  /** Milliseconds to fold 100,000 events of one class. */
  readonly fold100k: number
  /** A device that comes back, when the class is young and behind its 10,000th event. */
  readonly reconnects: { readonly atTheStart: readonly CaughtUp[]; readonly atTheEnd: readonly CaughtUp[] }
}

/** So many events are timed together, half of them before the age that is meant and half behind it. */
const WINDOW = 200
/** Events that were played in a class's rooms when it is timed. */
const AGES = [100, 1_000, 10_000] as const
const CLASSES = 5
/** Events of a class that is young for a device that comes back. */
const YOUNG = 2_000
const IN_FLIGHT = 20

/**
 * What an event costs from the command to the worked-out audiences, in classes with the real store: around the 100th, the 1,000th and
 * the 10,000th event. Compilation is paid for in another class, played to its end before: what is timed is the age of the class
 * and not of the process. No sockets: they cost the same at any age.
 */
export async function growthBench(): Promise<GrowthFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-growth-'))
  const store = await openStore(dataDir)
  try {
    const first = await playingClass(store.journal, 'warm-up')
    const young = await playedTo(first.live, YOUNG).then(() => reconnectCosts(first.live.state, first.recent))
    await playedTo(first.live, AGES[2] + WINDOW)
    const classes: (readonly [number, number, number])[] = []
    for (let n = 1; n <= CLASSES; n++) {
      const { live } = await playingClass(store.journal, `fresh-${n}`)
      const at = async (age: number) => {
        await playedTo(live, age - WINDOW / 2)
        return playedTo(live, age + WINDOW / 2)
      }
      classes.push([await at(AGES[0]), await at(AGES[1]), await at(AGES[2])])
    }
    const fold100k = timeFold(first.live.state, await store.journal.read(first.live.classId, 0))
    const reconnects = { atTheStart: young, atTheEnd: reconnectCosts(first.live.state, first.recent) }
    return { ...agesOf(classes), fold100k, reconnects }
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Of each class what an event cost at the three ages. */
export const agesOf = (
  classes: readonly (readonly [number, number, number])[],
): Pick<GrowthFigures, 'at100' | 'at1000' | 'at10000' | 'ratio'> => ({
  at100: median(classes.map(([at100]) => at100)),
  at1000: median(classes.map(([, at1000]) => at1000)),
  at10000: median(classes.map(([, , at10000]) => at10000)),
  ratio: median(classes.map(([at100, , at10000]) => at10000 / at100)),
})

type Journal = Awaited<ReturnType<typeof openStore>>['journal']

/** A class of 20 rooms in their scenes. Its age is counted from here on: what was needed to open it is not part of it. */
async function playingClass(journal: Journal, classId: string): Promise<{ live: LiveClass; recent: Recent }> {
  const cards = new Map((await loadCards()).map(({ hash, card }) => [hash, card]))
  const recent = new Recent(0)
  const live = await LiveClass.create(classId, {
    journal,
    clock: systemClock,
    chance: systemChance,
    library: hash => cards.get(hash),
    publish: steps => {
      for (const step of steps) keep(step, recent, [])
    },
    failed: (what, cause) => {
      throw new Error(`${what}: ${cause}`)
    },
  })
  const settings = presetFor({ kind: 'practice', place: 'remote', minutes: 90 }, [])
  const deck = [...cards].map(([hash, { id, title, site, difficulty, minutes }]) => ({
    hash,
    id,
    title,
    site,
    difficulty,
    minutes,
  }))
  const opened = {
    classId,
    title: 'Growth',
    settings,
    deck,
    rubricHash: rubricHash(rubric),
    rubric,
  }
  await live.submit({ id: 'open-it-now', actor: SERVER, type: 'OpenClass', data: opened })
  for (let n = 0; n <= 60; n++) {
    const role = n === 0 ? 'instructor' : 'trainee'
    await live.submit({ id: `join-${n}-now`, actor: SERVER, type: 'JoinClass', data: { role } })
  }
  await live.submit({ id: 'plan-it-now', actor: 'p1', type: 'PlanRound', data: {} })
  await live.submit({ id: 'start-it-now', actor: 'p1', type: 'StartRound', data: { round: 1 } })
  await live.submit({ id: 'next-one-now', actor: 'p1', type: 'Next', data: { round: 1, to: 'scene' } })
  return { live, recent }
}

const began = new WeakMap<LiveClass, number>()
let sent = 0

/** Plays until so many events came, a few always in flight, and gives the CPU time of one in microseconds. */
async function playedTo(live: LiveClass, age: number): Promise<number> {
  const start = began.get(live) ?? live.state.seq
  began.set(live, start)
  const from = live.state.seq
  const { user, system } = process.cpuUsage()
  while (live.state.seq < start + age) {
    const count = Math.min(IN_FLIGHT, start + age - live.state.seq)
    await Promise.all(Array.from({ length: count }, () => playOne(live)))
  }
  const used = process.cpuUsage({ user, system })
  return (used.user + used.system) / (live.state.seq - from)
}

async function playOne(live: LiveClass): Promise<void> {
  const rooms = live.state.round?.rooms ?? []
  const number = sent++
  const room = rooms[number % rooms.length]
  if (room === undefined) throw new Error('no rooms')
  const seat = number % 3 === 0 ? 'officer' : 'customer'
  const place = { room: room.id, scene: `${room.id}.1`, seat } as const
  const actor = personIn(room, seat)
  const id = `growth-${number}`
  const outcome = await (number % 3 === 1
    ? live.submit({ id, actor, type: 'SetTemperature', data: { place, level: levelAfter(room) } })
    : live.submit({
        id,
        actor,
        type: 'Speak',
        data: { place, how: 'say', text: `Line ${number} of this class.` },
      }))
  if (!outcome.ok) throw new Error(outcome.say)
}

function personIn(room: Room, seat: 'customer' | 'officer'): PersonId {
  const person = room.seats[seat]
  if (person === null) throw new Error('an empty seat')
  return person
}

const levelAfter = (room: Room) => ((room.scenes[0]?.curve.at(-1)?.level ?? 1) === 4 ? 5 : 4)

/** The class's own events, then its lines over and over until there are 100,000. */
function timeFold(state: ClassState, stored: readonly unknown[]): number {
  const events = stored as readonly ClassEvent[]
  const lines = events.filter(event => event.type === 'LineSaid' || event.type === 'TemperatureSet')
  const all = [...events]
  while (all.length < 100_000) {
    const event = lines[all.length % lines.length]
    if (event !== undefined) all.push({ ...event, seq: all.length + 1 })
  }
  const start = performance.now()
  fold(unopened(state.classId), all)
  return performance.now() - start
}
