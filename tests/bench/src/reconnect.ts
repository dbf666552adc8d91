import { type ClassState, type Viewer, viewOf } from '@evenkeel/classroom'
import type { Recent } from '@evenkeel/server'
import { median } from './figures.ts'

/** What it costs to bring one device up to date: working it out and writing it as JSON. */
export interface CaughtUp {
  /** Events of the own room that the device has not heard of; null: too many, so that it gets the whole view. */
  readonly missed: number | null
  /** Microseconds. */
  readonly us: number
  readonly bytes: number
}

const TIMES = 2_000
const GROUPS = 9

/** Events of its room that a device has missed when it comes back. */
export const MISSED: readonly number[] = [1, 10, 50]

/** Of the first room's customer, in a class whose rooms took turns. */
export function reconnectCosts(state: ClassState, recent: Recent): CaughtUp[] {
  const room = state.round?.rooms[0]
  const person = room?.seats.customer
  if (room === undefined || person === undefined || person === null) throw new Error('nobody sits there')
  const viewer: Viewer = { kind: 'person', person }
  const rooms = state.round?.rooms.length ?? 1
  const since = (missed: number) => {
    const events = recent.since(viewer, room.id, state.seq - missed * rooms)
    if (events === undefined) throw new Error(`${missed} missed are too many`)
    return JSON.stringify({ sub: 'seat', epoch: '', seq: state.seq, now: state.at, events })
  }
  const whole = () =>
    JSON.stringify({ sub: 'seat', epoch: '', seq: state.seq, now: state.at, view: viewOf(viewer, state) })
  return [
    ...MISSED.map(missed => ({ missed, us: timeOf(() => since(missed)), bytes: since(missed).length })),
    { missed: null, us: timeOf(whole), bytes: whole().length },
  ]
}

/** Median of several groups, after one that pays for compilation. */
function timeOf(run: () => unknown): number {
  const group = () => {
    const before = process.cpuUsage()
    for (let n = 0; n < TIMES / GROUPS; n++) run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / (TIMES / GROUPS)
  }
  group()
  return median(Array.from({ length: GROUPS }, group))
}
