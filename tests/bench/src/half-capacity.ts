import { median, type RunFigures } from './figures.ts'
import { fsyncP99 } from './journal-bench.ts'
import { type Pace, runLoad } from './run-load.ts'
import { type Judged, judge, TOO_LATE } from './void-runs.ts'

/** A line is delivered to so many. */
const PEOPLE = 3

/** One bare run and one of ours, neighbours in time, with what an fsync took between them. */
export interface HalfPair {
  readonly bare: RunFigures
  readonly evenkeel: RunFigures
  /** Milliseconds, p99. */
  readonly fsync: number
}

export interface HalfCapacity {
  /** Lines a second that one processor would carry if all of it went to the server, all its threads together. */
  readonly capacity: number
  readonly rooms: number
  readonly linesPerSecond: number
  /** Milliseconds, medians of the pairs: line to each peer, p99, and fsync, p99. */
  readonly bare: number
  readonly evenkeel: number
  readonly fsync: number
  /** Median of the pairs' 1.5 bare + 2 fsync, and of what ours is over its own pair's. At most 1 is the goal. */
  readonly goal: number
  readonly overGoal: number
  /** How late the load generator was in its worst run, p99 in milliseconds. */
  readonly ownDelay: number
  readonly judged: Judged
}

/**
 * Server and load generator share the machine, so on two cores nobody can drive the server to its limit: the generator is late
 * before. So capacity is counted and not driven: what one processor would carry, from what a line costs. At half of that the server
 * uses half a core, and the generator has the time to be punctual. What a line costs falls as more share a commit, so it is measured
 * twice: at the given size, then at half of what that promised.
 */
export async function halfCapacity(pace: Pace, repeats: number): Promise<HalfCapacity> {
  const first = capacityFrom((await runLoad('evenkeel', pace)).cpuPerDelivery)
  const second = await runLoad('evenkeel', { ...pace, rooms: roomsAtHalf(first, pace.linesPerSecond) })
  const capacity = capacityFrom(second.cpuPerDelivery)
  const rooms = roomsAtHalf(capacity, pace.linesPerSecond)
  const pairs: HalfPair[] = []
  for (let n = 0; n < repeats; n++) {
    const bare = await runLoad('bare', { ...pace, rooms })
    const fsync = await fsyncP99()
    pairs.push({ bare, fsync, evenkeel: await runLoad('evenkeel', { ...pace, rooms }) })
  }
  return { capacity, rooms, linesPerSecond: rooms * pace.linesPerSecond, ...overGoal(pairs) }
}

/** Lines a second that a whole processor carries: microseconds of CPU a delivery, each line delivered to three. */
export const capacityFrom = (cpuPerDelivery: number): number => 1_000_000 / (PEOPLE * cpuPerDelivery)

export const roomsAtHalf = (capacity: number, linesPerSecond: number): number =>
  Math.max(1, Math.round(capacity / 2 / linesPerSecond))

/** What the pairs say. Each of ours is held against the goal of its own pair, so that a slow spell spoils both. */
export function overGoal(
  pairs: readonly HalfPair[],
): Omit<HalfCapacity, 'capacity' | 'rooms' | 'linesPerSecond'> {
  const goalOf = ({ bare, fsync }: HalfPair) => 1.5 * bare.delivered.p99 + 2 * fsync
  const middle = (of: (pair: HalfPair) => number) => median(pairs.map(of))
  const runs = pairs.flatMap(({ bare, evenkeel }) => [bare, evenkeel])
  return {
    bare: middle(({ bare }) => bare.delivered.p99),
    evenkeel: middle(({ evenkeel }) => evenkeel.delivered.p99),
    fsync: middle(({ fsync }) => fsync),
    goal: middle(goalOf),
    overGoal: middle(pair => pair.evenkeel.delivered.p99 / goalOf(pair)),
    ownDelay: Math.max(...runs.map(run => run.ownDelay.p99)),
    judged: judge(runs),
  }
}

export const renderHalfCapacity = (figures: HalfCapacity): string =>
  [
    `one processor would carry ${figures.capacity.toFixed(0)} lines a second; at half of that, ${figures.rooms} rooms, ${figures.linesPerSecond.toFixed(0)} lines a second:`,
    `line to each peer, p99   ${figures.evenkeel.toFixed(2)} ms beside ${figures.bare.toFixed(2)} of bare Socket.IO, fsync p99 ${figures.fsync.toFixed(2)} ms`,
    `goal                     ${figures.goal.toFixed(2)} ms (1.5 bare + 2 fsync p99 of the same run); ours is ${figures.overGoal.toFixed(2)} times it, median of the pairs`,
    `the generator itself was late by p99 ${figures.ownDelay.toFixed(1)} ms at the most (above ${TOO_LATE} ms a run is void; runs that were: ${figures.judged.late})`,
  ].join('\n')
