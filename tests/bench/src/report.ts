import { median, type RunFigures } from './figures.ts'
import type { GrowthFigures } from './growth.ts'
import type { IdleMemory } from './idle-memory.ts'
import type { JournalFigures } from './journal-bench.ts'
import type { StartUp } from './start-up.ts'
import type { WallFigures } from './wall-bench.ts'

export interface Pair {
  readonly bare: readonly RunFigures[]
  readonly evenkeel: readonly RunFigures[]
}

export interface Report {
  readonly rooms: Pair
  /** The documentation's chat that stores each message, under the same load. */
  readonly tutorial: readonly RunFigures[]
  readonly human: readonly RunFigures[]
  readonly growth: GrowthFigures
  readonly journal: JournalFigures
  readonly wall: WallFigures
  /** `sockets`: the connections alone, of people whose class is there already. */
  readonly memory: { readonly bare: IdleMemory; readonly evenkeel: IdleMemory; readonly sockets: IdleMemory }
  readonly starts: { readonly bare: StartUp; readonly evenkeel: StartUp }
  /** Runs that were void, so that they were made again. */
  readonly voided: number
}

const ms = (value: number) => `${value.toFixed(2)} ms`
const us = (value: number) => `${value.toFixed(0)} us`
const times = (value: number) => `${value.toFixed(2)}x`

interface Row {
  readonly what: string
  readonly bare: string
  readonly evenkeel: string
  readonly ratio: string
  readonly goal: string
}

/** Ratios are medians of the ratios of neighbouring runs, so that a slow spell of the machine spoils both sides. */
function ratioOf(pair: Pair, of: (run: RunFigures) => number): number {
  const ratio = (ours: number, theirs: number) => (ours === theirs ? 1 : ours / theirs)
  return median(pair.evenkeel.map((run, index) => ratio(of(run), of(pair.bare[index] ?? run))))
}

export function rowsOf({ rooms, tutorial, human, growth, journal, memory, starts, wall }: Report): Row[] {
  const middle = (runs: readonly RunFigures[], of: (run: RunFigures) => number) => median(runs.map(of))
  const both = (
    what: string,
    goal: string,
    of: (run: RunFigures) => number,
    show: (value: number) => string,
  ): Row => ({
    what,
    bare: show(middle(rooms.bare, of)),
    evenkeel: show(middle(rooms.evenkeel, of)),
    ratio: times(ratioOf(rooms, of)),
    goal,
  })
  const besideTutorial = (
    what: string,
    of: (run: RunFigures) => number,
    show: (value: number) => string,
  ): Row => ({
    what,
    bare: show(middle(tutorial, of)),
    evenkeel: show(middle(rooms.evenkeel, of)),
    ratio: times(ratioOf({ bare: tutorial, evenkeel: rooms.evenkeel }, of)),
    goal: '-',
  })
  const bareP99 = middle(rooms.bare, run => run.delivered.p99)
  const goalP99 = 1.5 * bareP99 + 2 * journal.fsyncP99
  const none = '-'
  return [
    both('server CPU per delivery', '1.5x', run => run.cpuPerDelivery, us),
    both('line to the room, p50', none, run => run.delivered.p50, ms),
    both('line to the room, p99', `${ms(goalP99)} (1.5x bare + 2 fsync)`, run => run.delivered.p99, ms),
    both('acknowledged, p99', none, run => run.acknowledged.p99, ms),
    besideTutorial('server CPU per delivery, over a chat that stores', run => run.cpuPerDelivery, us),
    besideTutorial('line to the room, p99, over a chat that stores', run => run.delivered.p99, ms),
    both(
      'lost or doubled',
      '0',
      run => run.lost + run.doubled,
      value => value.toFixed(0),
    ),
    ...startRows(starts),
    ...memoryRows(memory),
    {
      what: 'human pace, p99',
      bare: none,
      evenkeel: ms(middle(human, run => run.delivered.p99)),
      ratio: none,
      goal: none,
    },
    {
      what: 'human pace, CPU of one core',
      bare: none,
      evenkeel: `${middle(human, run => (run.cpuPerDelivery * run.deliveries) / run.seconds / 10_000).toFixed(1)} %`,
      ratio: none,
      goal: none,
    },
    ...growthRows(growth),
    {
      what: 'fold of 100,000 events',
      bare: none,
      evenkeel: ms(growth.fold100k),
      ratio: none,
      goal: '1000 ms',
    },
    ...reconnectRows(growth),
    ...wallRows(wall),
    ...appendRows(journal),
    { what: 'write and fsync, p50', bare: none, evenkeel: ms(journal.fsyncP50), ratio: none, goal: none },
    { what: 'write and fsync, p99', bare: none, evenkeel: ms(journal.fsyncP99), ratio: none, goal: none },
  ]
}

/** `bare` is the class when it was young. Whoever missed too much for their room's ring gets the whole view. */
function reconnectRows({ reconnects: { atTheStart, atTheEnd } }: GrowthFigures): Row[] {
  return atTheEnd.map(({ missed, us: cost, bytes }, index): Row => {
    const young = atTheStart[index]?.us ?? Number.NaN
    return {
      what: `a device comes back: ${missed === null ? 'whole view' : `${missed} missed`}, ${(bytes / 1024).toFixed(1)} KB`,
      bare: us(young),
      evenkeel: us(cost),
      ratio: times(cost / young),
      goal: missed === null ? '-' : '1.1x',
    }
  })
}

/** `bare` is an event around the 100th of its class. */
function growthRows({ at100, at1000, at10000, ratio }: GrowthFigures): Row[] {
  const row = (what: string, ours: number, of: number, goal: string): Row => ({
    what: `an event around the ${what} of its class`,
    ...{ bare: us(at100), evenkeel: us(ours), ratio: times(of), goal },
  })
  return [
    row('100th', at100, 1, '-'),
    row('1,000th', at1000, at1000 / at100, '-'),
    row('10,000th', at10000, ratio, '1.1x'),
  ]
}

/** `bare` is one append at a time, the next when the last is on the disk. */
function appendRows({ oneByOne, grouped, shapes }: JournalFigures): Row[] {
  const row = (what: string, rate: number): Row => ({
    what: `appends a second, one by one / 64 at once, ${what}`,
    bare: oneByOne.toFixed(0),
    evenkeel: rate.toFixed(0),
    ratio: times(rate / oneByOne),
    goal: '20x',
  })
  return [
    row('64 classes x 1', grouped),
    ...Object.entries(shapes).map(([shape, rate]) => row(shape.replace(' x', ' classes x'), rate)),
  ]
}

function startRows({ bare, evenkeel }: Report['starts']): Row[] {
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`
  return [
    {
      what: 'start-up until it listens',
      ...{ bare: `${bare.ms.toFixed(0)} ms`, evenkeel: `${evenkeel.ms.toFixed(0)} ms` },
      ...{ ratio: times(evenkeel.ms / bare.ms), goal: '-' },
    },
    {
      what: 'started and idle, resident',
      ...{ bare: megabytes(bare.rss), evenkeel: megabytes(evenkeel.rss) },
      ...{ ratio: times(evenkeel.rss / bare.rss), goal: '-' },
    },
  ]
}

function memoryRows({ bare, evenkeel, sockets }: Report['memory']): Row[] {
  const row = (what: string, ours: number, theirs: number): Row => ({
    what,
    bare: `${(theirs / 1024).toFixed(1)} KB`,
    evenkeel: `${(ours / 1024).toFixed(1)} KB`,
    ratio: times(ours / theirs),
    goal: '1.25x',
  })
  return [
    // Its resident memory says nothing: what joining left free is used again.
    row('idle socket alone, heap', sockets.heap, bare.heap),
    row('idle person with socket and class, resident', evenkeel.rss, bare.rss),
    row('idle person with socket and class, heap', evenkeel.heap, bare.heap),
  ]
}

/** `bare` is what sending each event to the same screen costs. */
function wallRows(wall: WallFigures): Row[] {
  const size = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`
  const none = '-'
  return [
    {
      what: 'wall: CPU of a second, 100 rooms, over each event',
      bare: us(wall.eachCpu),
      evenkeel: us(wall.wallCpu),
      ratio: times(wall.ratio),
      goal: '0.2x',
    },
    {
      what: 'wall: sent in a second',
      bare: size(wall.eachBytesPerSecond),
      evenkeel: size(wall.bytesPerSecond),
      ratio: times(wall.bytesPerSecond / wall.eachBytesPerSecond),
      goal: none,
    },
    {
      what: 'wall: frames a second',
      bare: none,
      evenkeel: wall.framesPerSecond.toFixed(1),
      ratio: none,
      goal: 'at most 4',
    },
    {
      what: 'wall: folded, is the class',
      bare: none,
      evenkeel: wall.same ? 'yes' : 'NO',
      ratio: none,
      goal: 'yes',
    },
  ]
}

export function renderReport(report: Report): string {
  const voided =
    report.voided === 0
      ? []
      : [
          `${report.voided} runs were void and made again: the load generator was late, or others used the machine.`,
        ]
  return [table(rowsOf(report)), ...voided].join('\n')
}

export const renderWall = (wall: WallFigures): string => table(wallRows(wall))

function table(found: readonly Row[]): string {
  const head: Row = { what: 'what', bare: 'bare', evenkeel: 'Evenkeel', ratio: 'ratio', goal: 'goal' }
  const rows = [head, ...found]
  const keys = ['what', 'bare', 'evenkeel', 'ratio', 'goal'] as const
  const widths = keys.map(key => Math.max(...rows.map(row => row[key].length)))
  const line = (row: Row) =>
    keys
      .map((key, index) => row[key].padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  const rule = widths.map(width => '-'.repeat(width)).join('  ')
  return [line(head), rule, ...found.map(line)].join('\n')
}
