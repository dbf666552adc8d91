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
  /** Microseconds of CPU per event, median of windows at the start of a class and behind its 9,000th event. */
  readonly atTheStart: number
  readonly atTheEnd: number
  readonly ratio: number
  /** Milliseconds to fold 100,000 events of one class. */
  readonly fold100k: number
  /** A device that comes back, when the class is young and behind its 10,000th event. */
  readonly reconnects: { readonly atTheStart: readonly CaughtUp[]; readonly atTheEnd: readonly CaughtUp[] }
}

const WINDOW = 250
const EVENTS = 10_000
const IN_FLIGHT = 20

/**
 * One class alone with the real store: what an event costs from the command to the worked-out audiences, when the class is
 * young and when it has 10,000 events. No sockets: they cost the same at any age.
 */
export async function growthBench(): Promise<GrowthFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-growth-'))
  const store = await openStore(dataDir)
  try {
    const { live, recent } = await playingClass(store.journal)
    const perEvent: number[] = []
    const before = live.state.seq
    // The first windows also pay for compilation; they are played and not counted.
    for (let n = 0; n < 8; n++) await playWindow(live)
    const young = reconnectCosts(live.state, recent)
    while (live.state.seq < before + EVENTS) perEvent.push(await playWindow(live))
    const atTheStart = median(perEvent.slice(0, 6))
    const atTheEnd = median(perEvent.slice(-6))
    const fold100k = timeFold(live.state, await store.journal.read(live.classId, 0))
    const reconnects = { atTheStart: young, atTheEnd: reconnectCosts(live.state, recent) }
    return { atTheStart, atTheEnd, ratio: atTheEnd / atTheStart, fold100k, reconnects }
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Journal = Awaited<ReturnType<typeof openStore>>['journal']

async function playingClass(journal: Journal): Promise<{ live: LiveClass; recent: Recent }> {
  const cards = new Map((await loadCards()).map(({ hash, card }) => [hash, card]))
  const recent = new Recent(0)
  const live = await LiveClass.create('growth', {
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
    classId: 'growth',
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

let sent = 0

/** Plays so many events, a few always in flight, and gives the CPU time of one in microseconds. */
async function playWindow(live: LiveClass): Promise<number> {
  const from = live.state.seq
  const { user, system } = process.cpuUsage()
  while (live.state.seq < from + WINDOW) {
    await Promise.all(Array.from({ length: IN_FLIGHT }, () => playOne(live)))
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
