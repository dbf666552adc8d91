import type { Printed } from './printed.ts'
import { type Pace, runLoad } from './run-load.ts'
import { isVoid, judge } from './void-runs.ts'

/** With an instructor: a class of 40. */
const ROOMS_OF_A_CLASS = 13
const MOST_WALLS = 20

/** Classes of thirteen rooms and an instructor; one class in twelve or so has its wall open. */
export async function schoolBench(classes: number, pace: Pace): Promise<Printed> {
  if (!Number.isSafeInteger(classes) || classes < 1) throw new Error('--school needs a number of classes')
  const walls = Math.min(MOST_WALLS, classes)
  const run = await runLoad('evenkeel', {
    ...pace,
    rooms: classes * ROOMS_OF_A_CLASS,
    seconds: 30,
    warmUpSeconds: 10,
    school: { roomsInAClass: ROOMS_OF_A_CLASS, walls },
  })
  const { delivered, acknowledged, ownDelay, lost, doubled, sent } = run
  const trainees = classes * ROOMS_OF_A_CLASS * 3
  const lines = [
    `${classes} classes, ${trainees} trainees, ${walls} walls`,
    `line to the room   p50 ${delivered.p50.toFixed(1)} ms  p99 ${delivered.p99.toFixed(1)} ms  max ${delivered.max.toFixed(0)} ms  (goal: p99 under 100 ms)`,
    `acknowledged       p50 ${acknowledged.p50.toFixed(1)} ms  p99 ${acknowledged.p99.toFixed(1)} ms`,
    `lines ${sent}, lost ${lost}, doubled ${doubled}`,
    `the generator itself was late by p99 ${ownDelay.p99.toFixed(1)} ms${isVoid(run) ? ': this run is void' : ''}`,
    `server CPU ${((run.cpuPerDelivery * run.deliveries) / run.seconds / 10_000).toFixed(0)} % of a core`,
  ]
  return { text: lines.join('\n'), figures: { classes, trainees, walls, run }, judged: judge([run]) }
}
