/*
 * `npm run bench`: what Evenkeel costs beside bare Socket.IO on this machine, in one run. Figures are ratios; absolute
 * ones belong to the machine. Options: --quick (a look in a minute), --json FILE, --cluster (Redis beside the folder),
 * --rooms 100,200,400 (only CPU and delay beside bare Socket.IO at these sizes), --flood (only: what honest people notice of
 * one who floods), --half (what one processor would carry, from what a line costs, and
 * the delay at half of that), --wall (only
 * the wall's server), --wall-page (only the wall's page in Chromium: long tasks, delay of keys and clicks), --school CLASSES (only a
 * school of so many classes of 40 at human pace, 250 for 10,000 trainees; it takes minutes to come in).
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { clusterBench } from './cluster-bench.ts'
import type { RunFigures } from './figures.ts'
import { floodBench, renderFlood } from './flood-bench.ts'
import { growthBench } from './growth.ts'
import { halfCapacity, renderHalfCapacity } from './half-capacity.ts'
import { idleMemory, idleSockets } from './idle-memory.ts'
import { journalBench } from './journal-bench.ts'
import { machineUse, whyVoid } from './machine-use.ts'
import { recordsBench, renderRecords } from './records-bench.ts'
import { isVoid, type Report, renderReport, renderWall } from './report.ts'
import { roomsBench } from './rooms-bench.ts'
import { type Pace, runLoad } from './run-load.ts'
import { startUp } from './start-up.ts'
import type { SubjectName } from './subject.ts'
import { wallBench } from './wall-bench.ts'
import { renderWallPage, wallPage } from './wall-page.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    cluster: { type: 'boolean', default: false },
    json: { type: 'string' },
    school: { type: 'string' },
    rooms: { type: 'string' },
    flood: { type: 'boolean', default: false },
    wall: { type: 'boolean', default: false },
    half: { type: 'boolean', default: false },
    'wall-page': { type: 'boolean', default: false },
  },
})
const { quick } = values
const inUse = await machineUse()
/** Loads whose generator was late, also when they were made again. */
let late = 0

/** The last word of every kind of bench. */
function end(): never {
  const why = whyVoid({ inUse, late })
  if (why !== undefined) console.log(`\n${why}`)
  process.exit(why === undefined ? 0 : 2)
}

if (values.cluster) {
  console.log(`\n${await clusterBench(quick)}`)
  end()
}

/** Rooms of three at 4 lines a second: a class far busier than people are. */
const busy: Pace = {
  rooms: quick ? 40 : 100,
  linesPerSecond: 4,
  movesPerSecond: 0,
  warmUpSeconds: quick ? 3 : 8,
  seconds: quick ? 5 : 15,
}
/** People: a line every 8 s and a temperature move every 5 s in each room. */
const human: Pace = {
  rooms: quick ? 60 : 240,
  linesPerSecond: 1 / 8,
  movesPerSecond: 1 / 5,
  warmUpSeconds: 3,
  seconds: quick ? 5 : 20,
}
const repeats = quick ? 1 : 3
/** With an instructor: a class of 40. */
const ROOMS_OF_A_CLASS = 13

if (values.school !== undefined) {
  await school(Number(values.school))
  end()
}

if (values.rooms !== undefined) {
  const sizes = values.rooms.split(',').map(Number)
  if (!sizes.every(size => Number.isSafeInteger(size) && size > 0))
    throw new Error('--rooms needs whole numbers')
  await roomsBench({ ...busy, seconds: quick ? 5 : 10 }, sizes, repeats)
  end()
}
/** Half of what the machine carries: what is measured is the flood, not a machine that is full already. */
const flooded: Pace = { ...busy, rooms: quick ? 20 : 50, seconds: quick ? 5 : 10 }
if (values.flood) {
  console.log(renderFlood(await floodBench(flooded, repeats)))
  end()
}

if (values.half) {
  const found = await halfCapacity({ ...busy, seconds: quick ? 5 : 10 }, repeats)
  late += found.late
  console.log(renderHalfCapacity(found))
  end()
}
if (values.wall) {
  console.log(renderWall(await wallBench(quick ? 3 : 10)))
  end()
}
if (values['wall-page']) {
  console.log(renderWallPage(await wallPage(quick ? 10 : 30)))
  end()
}

let voided = 0
const say = (what: string) => console.log(`· ${what}`)

/** A run that measured the generator is void and made once more; what is void then is kept and said. */
async function measured(subject: SubjectName, pace: Pace): Promise<RunFigures> {
  const run = await runLoad(subject, pace)
  if (!isVoid(run)) return run
  voided++
  const again = await runLoad(subject, pace)
  if (isVoid(again)) late++
  return again
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
say('start-up')
const starts = { bare: await startUp('bare', repeats * 2), evenkeel: await startUp('evenkeel', repeats * 2) }
say('memory of idle sockets')
const idleRooms = quick ? 150 : 300
const memory = {
  bare: await idleMemory('bare', idleRooms),
  evenkeel: await idleMemory('evenkeel', idleRooms),
  sockets: await idleSockets(idleRooms),
}
say('growth of one class')
const growth = await growthBench()
say('the wall: 100 rooms at 5 events a second each')
const wall = await wallBench(quick ? 3 : 10)
say('the journal alone')
const journal = await journalBench(quick ? 300 : 1000)

say('one client floods')
const flood = await floodBench(flooded, repeats)
say('records')
const records = await recordsBench(quick ? 1_000 : 10_000)

const report: Report = {
  rooms: { bare, evenkeel },
  tutorial,
  human: humanRuns,
  growth,
  journal,
  memory,
  starts,
  wall,
  voided,
}
console.log(`\n${renderReport(report)}\n\n${renderFlood(flood)}\n\n${renderRecords(records)}`)
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ ...report, flood, records, inUse, late }, null, 2)}\n`)

end()

/** Classes of thirteen rooms and an instructor; one class in twelve or so has its wall open. */
async function school(classes: number): Promise<void> {
  if (!Number.isSafeInteger(classes) || classes < 1) throw new Error('--school needs a number of classes')
  const run = await runLoad('evenkeel', {
    ...human,
    rooms: classes * ROOMS_OF_A_CLASS,
    seconds: 30,
    warmUpSeconds: 10,
    school: { roomsInAClass: ROOMS_OF_A_CLASS, walls: Math.min(20, classes) },
  })
  if (isVoid(run)) late++
  const { delivered, acknowledged, ownDelay, lost, doubled, sent } = run
  const lines = [
    `${classes} classes, ${classes * ROOMS_OF_A_CLASS * 3} trainees, ${Math.min(20, classes)} walls`,
    `line to the room   p50 ${delivered.p50.toFixed(1)} ms  p99 ${delivered.p99.toFixed(1)} ms  max ${delivered.max.toFixed(0)} ms  (goal: p99 under 100 ms)`,
    `acknowledged       p50 ${acknowledged.p50.toFixed(1)} ms  p99 ${acknowledged.p99.toFixed(1)} ms`,
    `lines ${sent}, lost ${lost}, doubled ${doubled}`,
    `the generator itself was late by p99 ${ownDelay.p99.toFixed(1)} ms${isVoid(run) ? ': this run measured the generator and is void' : ''}`,
    `server CPU ${((run.cpuPerDelivery * run.deliveries) / run.seconds / 10_000).toFixed(0)} % of a core`,
  ]
  console.log(lines.join('\n'))
}
