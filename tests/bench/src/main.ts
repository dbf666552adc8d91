/*
 * `npm run bench`: what Evenkeel costs beside bare Socket.IO on this machine, in one run. Figures are ratios; absolute
 * ones belong to the machine. --quick is a look in some minutes, --json FILE writes what is printed. One of these looks at one thing:
 *   --rooms 100,200   CPU and delay beside bare Socket.IO at these sizes
 *   --half            what one processor would carry, from what a line costs, and the delay at half of that
 *   --school CLASSES  classes of 40 at human pace, 250 for 10,000 trainees; it takes minutes to come in
 *   --flood           what honest people notice of one who floods
 *   --wall            the wall's server
 *   --wall-page       the wall's page in Chromium: long tasks, delay of keys and clicks
 *   --debrief-page    the debrief of 600 lines and 400 moves in Chromium: how long it takes to open, long tasks of its playhead
 *   --stored          what a played class takes on the disk and in Redis
 *   --cluster         Redis beside the folder, and what servers read of each other
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { clusterBench } from './cluster-bench.ts'
import { debriefPage, renderDebriefPage } from './debrief-page.ts'
import { floodBench, renderFlood } from './flood-bench.ts'
import { halfCapacity, renderHalfCapacity } from './half-capacity.ts'
import { machineUse, watchOthers } from './machine-use.ts'
import type { Printed } from './printed.ts'
import { renderWall } from './report.ts'
import { roomsBench } from './rooms-bench.ts'
import type { Pace } from './run-load.ts'
import { schoolBench } from './school-bench.ts'
import { renderStored, storedSizes } from './stored-sizes.ts'
import { judgeParts, whyVoid } from './void-runs.ts'
import { wallBench } from './wall-bench.ts'
import { renderWallPage, wallPage } from './wall-page.ts'
import { wholeBench } from './whole-bench.ts'

const { values } = parseArgs({
  options: {
    ...{ quick: { type: 'boolean', default: false }, json: { type: 'string' } },
    ...{ rooms: { type: 'string' }, school: { type: 'string' } },
    half: { type: 'boolean' },
    flood: { type: 'boolean' },
    wall: { type: 'boolean' },
    'wall-page': { type: 'boolean' },
    'debrief-page': { type: 'boolean' },
    stored: { type: 'boolean' },
    cluster: { type: 'boolean' },
  },
})
const { quick } = values

const busy: Pace = {
  rooms: quick ? 40 : 100,
  linesPerSecond: 4,
  movesPerSecond: 0,
  warmUpSeconds: quick ? 3 : 8,
  seconds: quick ? 5 : 15,
}
const human: Pace = {
  rooms: quick ? 60 : 240,
  linesPerSecond: 1 / 8,
  movesPerSecond: 1 / 5,
  warmUpSeconds: 3,
  seconds: quick ? 5 : 20,
}
/** Half of what the machine carries: what is measured is the flood, not a machine that is full already. */
const flooded: Pace = { ...busy, rooms: quick ? 20 : 50, seconds: quick ? 5 : 10 }
const shorter: Pace = { ...busy, seconds: quick ? 5 : 10 }
const repeats = quick ? 1 : 3

const kinds = {
  rooms: () => roomsBench(shorter, sizes(values.rooms ?? ''), repeats),
  school: () => schoolBench(Number(values.school), human),
  async half() {
    const figures = await halfCapacity(shorter, repeats)
    return { text: renderHalfCapacity(figures), figures, judged: figures.judged }
  },
  async flood() {
    const figures = await floodBench(flooded, repeats)
    return { text: renderFlood(figures), figures, judged: figures.judged }
  },
  async wall() {
    const others = watchOthers()
    const figures = await wallBench(quick ? 3 : 10)
    return { text: renderWall(figures), figures, judged: judgeParts([others()]) }
  },
  async 'wall-page'() {
    const figures = await wallPage(quick ? 10 : 30)
    return { text: renderWallPage(figures), figures, judged: judgeParts([figures.others]) }
  },
  async 'debrief-page'() {
    const figures = await debriefPage()
    return { text: renderDebriefPage(figures), figures, judged: judgeParts([figures.others]) }
  },
  async stored() {
    const figures = await storedSizes()
    return { text: renderStored(figures), figures, judged: judgeParts([]) }
  },
  cluster: () => clusterBench(quick),
} satisfies Record<string, () => Promise<Printed>>

type Kind = keyof typeof kinds
const isKind = (name: string): name is Kind => name in kinds

const asked = Object.keys(values).filter(isKind)
if (asked.length > 1) {
  console.error(`One thing at a time: --${asked.join(' or --')}.`)
  process.exit(1)
}
const inUse = await machineUse()
const [kind] = asked
const { text, figures, judged } = await (kind === undefined
  ? wholeBench({ busy, human, flooded }, repeats, quick)
  : kinds[kind]())
// What is stored takes as much room on a busy machine.
const why = kind === 'stored' ? undefined : whyVoid({ inUse, ...judged })
console.log(`\n${text}`)
if (values.json !== undefined) {
  const told = { kind: kind ?? 'all', quick, ...figures, inUse, judged, void: why ?? null }
  writeFileSync(values.json, `${JSON.stringify(told, null, 2)}\n`)
}
if (why !== undefined) console.log(`\n${why}`)
process.exit(why === undefined ? 0 : 2)

function sizes(text: string): number[] {
  const found = text.split(',').map(Number)
  if (!found.every(size => Number.isSafeInteger(size) && size > 0))
    throw new Error('--rooms needs whole numbers')
  return found
}
