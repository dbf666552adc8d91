import { median, type RunFigures } from './figures.ts'
import { isVoid } from './report.ts'
import { type Pace, runLoad } from './run-load.ts'

export interface HalfCapacity {
  /** Rooms up to which the server kept up, and whether it was the generator that did not go on. */
  readonly capacity: number
  readonly endedBy: 'the server' | 'the load generator' | 'the largest size'
  readonly rooms: number
  /** Milliseconds to each peer, p99, medians of the runs. */
  readonly bare: number
  readonly evenkeel: number
  /** 1.5 times bare and two fsyncs of the same run. */
  readonly goal: number
  readonly late: number
}

/** Above this a line is late to whoever waits for it. */
const KEEPS_UP_MS = 100
const SMALLEST = 50
const LARGEST = 1_600

/** How many rooms the server keeps up with, found by doubling; then both at half of that, in turns. */
export async function halfCapacity(
  pace: Pace,
  repeats: number,
  fsyncP99: () => Promise<number>,
): Promise<HalfCapacity> {
  const { capacity, endedBy } = await capacityOf(size => runLoad('evenkeel', { ...pace, rooms: size }))
  const rooms = Math.max(capacity, SMALLEST) / 2
  const bare: RunFigures[] = []
  const evenkeel: RunFigures[] = []
  const fsyncs: number[] = []
  for (let n = 0; n < repeats; n++) {
    bare.push(await runLoad('bare', { ...pace, rooms }))
    evenkeel.push(await runLoad('evenkeel', { ...pace, rooms }))
    fsyncs.push(await fsyncP99())
  }
  const p99 = (runs: readonly RunFigures[]) => median(runs.map(run => run.delivered.p99))
  return {
    ...{ capacity, endedBy, rooms, bare: p99(bare), evenkeel: p99(evenkeel) },
    goal: 1.5 * p99(bare) + 2 * median(fsyncs),
    late: [...bare, ...evenkeel].filter(isVoid).length,
  }
}

export async function capacityOf(
  run: (rooms: number) => Promise<RunFigures>,
): Promise<Pick<HalfCapacity, 'capacity' | 'endedBy'>> {
  let capacity = 0
  for (let size = SMALLEST; size <= LARGEST; size *= 2) {
    const seen = await run(size)
    if (isVoid(seen)) return { capacity, endedBy: 'the load generator' }
    if (seen.delivered.p99 > KEEPS_UP_MS || seen.lost > 0) return { capacity, endedBy: 'the server' }
    capacity = size
  }
  return { capacity, endedBy: 'the largest size' }
}

export const renderHalfCapacity = (figures: HalfCapacity): string =>
  [
    `kept up with ${figures.capacity} rooms; then it was ${figures.endedBy}`,
    `at ${figures.rooms} rooms: line to each peer, p99 ${figures.evenkeel.toFixed(2)} ms beside ${figures.bare.toFixed(2)} of bare Socket.IO ` +
      `(goal ${figures.goal.toFixed(2)} ms: 1.5 bare + 2 fsync p99)`,
  ].join('\n')
