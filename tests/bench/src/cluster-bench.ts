import { clusterReading, type ReadingFigures } from './cluster-reading.ts'
import { median, type RunFigures } from './figures.ts'
import { capacityFrom, roomsAtHalf } from './half-capacity.ts'
import { watchOthers } from './machine-use.ts'
import type { Printed } from './printed.ts'
import { type Pace, runLoad } from './run-load.ts'
import { judge, judgeParts, together } from './void-runs.ts'

/** `npm run bench -- --cluster`: what Redis costs beside the folder, and how much servers read of each other. */
export async function clusterBench(quick: boolean): Promise<Printed> {
  const pace: Pace = {
    rooms: quick ? 40 : 100,
    linesPerSecond: 4,
    movesPerSecond: 0,
    warmUpSeconds: quick ? 3 : 8,
    seconds: quick ? 5 : 15,
  }
  const runs: { embedded: RunFigures; cluster: RunFigures }[] = []
  for (let n = 1; n <= (quick ? 1 : 3); n++) {
    console.log(
      `· ${pace.rooms} rooms of three, ${pace.linesPerSecond} lines a second each: the folder, then Redis, run ${n}`,
    )
    runs.push({ embedded: await runLoad('evenkeel', pace), cluster: await runLoad('cluster', pace) })
  }
  const middle = (of: (run: { embedded: RunFigures; cluster: RunFigures }) => number) =>
    median(runs.map(of)).toFixed(2)
  const row = (what: string, of: (run: RunFigures) => number) =>
    `| ${what} | ${middle(run => of(run.embedded))} | ${middle(run => of(run.cluster))} | ${middle(run => of(run.cluster) / of(run.embedded))} |`
  const capacity = capacityFrom(median(runs.map(({ cluster }) => cluster.cpuPerDelivery)))
  const half: Pace = { ...pace, rooms: roomsAtHalf(capacity, pace.linesPerSecond) }
  const halfRuns: RunFigures[] = []
  for (let n = 1; n <= runs.length; n++) {
    console.log(
      `· Redis at half capacity: ${half.rooms} rooms, ${half.linesPerSecond} lines a second each, run ${n}`,
    )
    halfRuns.push(await runLoad('cluster', half))
  }
  console.log('· what servers read of each other')
  const others = watchOthers()
  const classes = 40
  const sizes: ReadingFigures[] = []
  for (const servers of [1, 2, 4]) sizes.push(await clusterReading(servers, classes, true))
  const spread = await clusterReading(4, classes, false)
  const othersUsed = others()
  const all = [...runs.flatMap(run => [run.embedded, run.cluster]), ...halfRuns]
  const loads = judge(all)
  const text = [
    '| what | folder | Redis | ratio |',
    '| --- | --- | --- | --- |',
    row('server CPU per delivery, us', run => run.cpuPerDelivery),
    row("the same with Redis' own process, us", run => run.allCpuPerDelivery),
    row('acknowledged, p50, ms', run => run.acknowledged.p50),
    row('acknowledged, p99, ms', run => run.acknowledged.p99),
    row('delivered, p99, ms', run => run.delivered.p99),
    '',
    `half capacity (one processor would carry ${capacity.toFixed(0)} lines a second): ${half.rooms * half.linesPerSecond} lines a second,` +
      ` acknowledged p50 ${median(halfRuns.map(run => run.acknowledged.p50)).toFixed(1)} ms, p99 ${median(halfRuns.map(run => run.acknowledged.p99)).toFixed(1)} ms (goal: p99 under 30 ms);` +
      ` the generator itself was late by p99 ${median(halfRuns.map(run => run.ownDelay.p99)).toFixed(1)} ms`,
    `lost or doubled: ${all.reduce((sum, run) => sum + run.lost + run.doubled, 0)}; runs in which the generator was late: ${loads.late} of ${all.length}`,
    '',
    '| servers in one process | lines a second | acknowledged, p50, ms | p99, ms | entries read for each event | entries decoded per entry needed |',
    '| --- | --- | --- | --- | --- | --- |',
    ...sizes.map(
      ({ servers, linesPerSecond, acknowledged: { p50, p99 }, perEvent, decodedPerNeeded }) =>
        `| ${servers} | ${linesPerSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${perEvent.toFixed(2)} | ${decodedPerNeeded.toFixed(2)} |`,
    ),
    `${classes} classes, each at one server: it has what it wrote, so whatever is read is read in vain (goals: 0.1 read, 1.1 decoded per entry needed, the server's own writing counted as one)`,
    `4 servers, ${classes} classes, people spread over three of them: ${spread.perEntryNeeded.toFixed(2)} entries read for each that is needed`,
  ].join('\n')
  return {
    text,
    figures: { runs, capacity, half, halfRuns, sizes, spread },
    judged: together(loads, judgeParts([othersUsed])),
  }
}
