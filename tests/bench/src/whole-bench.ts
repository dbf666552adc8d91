import type { RunFigures } from './figures.ts'
import { floodBench, renderFlood } from './flood-bench.ts'
import { growthBench } from './growth.ts'
import { idleMemory, idleSockets } from './idle-memory.ts'
import { journalBench } from './journal-bench.ts'
import { watchOthers } from './machine-use.ts'
import type { Printed } from './printed.ts'
import { recordsBench, renderRecords } from './records-bench.ts'
import { type Report, renderReport } from './report.ts'
import { type Pace, runLoad } from './run-load.ts'
import { startUp } from './start-up.ts'
import type { SubjectName } from './subject.ts'
import { isVoid, judge, judgeParts, together } from './void-runs.ts'
import { wallBench } from './wall-bench.ts'

export interface Paces {
  /** Rooms of three at 4 lines a second: a class far busier than people are. */
  readonly busy: Pace
  /** A line every 8 s and a temperature move every 5 s in each room. */
  readonly human: Pace
  readonly flooded: Pace
}

const say = (what: string) => console.log(`· ${what}`)

/** Everything that needs no browser and no Redis. */
export async function wholeBench(
  { busy, human, flooded }: Paces,
  repeats: number,
  quick: boolean,
): Promise<Printed> {
  let voided = 0
  const runs: RunFigures[] = []
  const others: number[] = []

  /** A run that is void is made once more; what is void then is kept and said. */
  async function measured(subject: SubjectName, pace: Pace): Promise<RunFigures> {
    let run = await runLoad(subject, pace)
    if (isVoid(run)) {
      voided++
      run = await runLoad(subject, pace)
    }
    runs.push(run)
    return run
  }

  /** A part without a load generator. */
  async function alone<T>(what: string, part: () => Promise<T>): Promise<T> {
    say(what)
    const watched = watchOthers()
    const found = await part()
    others.push(watched())
    return found
  }

  const bare: RunFigures[] = []
  const tutorial: RunFigures[] = []
  const evenkeel: RunFigures[] = []
  for (let n = 1; n <= repeats; n++) {
    say(`${busy.rooms} rooms of three, ${busy.linesPerSecond} lines a second each: bare Socket.IO, run ${n}`)
    bare.push(await measured('bare', busy))
    say(`the same: the tutorial's chat that stores each message, run ${n}`)
    tutorial.push(await measured('tutorial', busy))
    say(`the same: Evenkeel, run ${n}`)
    evenkeel.push(await measured('evenkeel', busy))
  }
  say(`${human.rooms} rooms at human pace`)
  const humanRuns = [await measured('evenkeel', human)]
  const starts = await alone('start-up', async () => ({
    bare: await startUp('bare', repeats * 2),
    evenkeel: await startUp('evenkeel', repeats * 2),
  }))
  const idleRooms = quick ? 150 : 300
  const memory = await alone('memory of idle sockets', async () => ({
    bare: await idleMemory('bare', idleRooms),
    evenkeel: await idleMemory('evenkeel', idleRooms),
    sockets: await idleSockets(idleRooms),
  }))
  const growth = await alone('growth of a class', growthBench)
  const wall = await alone('the wall: 100 rooms at 5 events a second each', () => wallBench(quick ? 3 : 10))
  const journal = await alone('the journal alone', () => journalBench(quick ? 300 : 1000))
  say('one client floods')
  const flood = await floodBench(flooded, repeats)
  const records = await alone('records', () => recordsBench(quick ? 1_000 : 10_000))

  const report: Report = {
    rooms: { bare, evenkeel },
    ...{ tutorial, human: humanRuns, growth, journal, memory, starts, wall, voided },
  }
  return {
    text: `${renderReport(report)}\n\n${renderFlood(flood)}\n\n${renderRecords(records)}`,
    figures: { ...report, flood, records },
    judged: together(judge(runs), judgeParts(others), flood.judged),
  }
}
