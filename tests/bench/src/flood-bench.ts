import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { median, type RunFigures } from './figures.ts'
import { type Pace, runLoad } from './run-load.ts'
import { type Judged, judge } from './void-runs.ts'

export interface FloodFigures {
  /** Milliseconds from the intended time to each honest person, p99, median of the runs. */
  readonly calm: number
  readonly flooded: number
  /** Median of the ratios of neighbouring runs. */
  readonly ratio: number
  /** How much more the server's resident memory grew over the run than without the flood, as a share of what it was. */
  readonly growth: number
  /** Messages that the flooder sent in the last run, and how often it came back. */
  readonly sent: number
  readonly comings: number
  /** Pieces of websocket messages without end that it sent beside them, and how often such a connection was closed. */
  readonly pieces: number
  readonly closed: number
  readonly judged: Judged
}

/** Honest rooms, with and without a client beside them that floods, in turns. */
export async function floodBench(pace: Pace, runs: number): Promise<FloodFigures> {
  const calm: RunFigures[] = []
  const flooded: RunFigures[] = []
  let told = { sent: 0, comings: 0, pieces: 0, closed: 0 }
  for (let n = 0; n < runs; n++) {
    calm.push(await runLoad('evenkeel', pace))
    flooded.push(
      await runLoad('evenkeel', pace, async base => {
        const flooder = fork(fileURLToPath(new URL('flooder.js', import.meta.url)), [base], { execArgv: [] })
        await once(flooder, 'message')
        return async () => {
          const answered = once(flooder, 'message')
          flooder.send('how much')
          ;[told] = (await answered) as [typeof told]
          flooder.kill()
        }
      }),
    )
  }
  const p99 = (run: RunFigures) => run.delivered.p99
  const pairs = flooded.map((run, index) => ({ run, beside: calm[index] ?? run }))
  return {
    calm: median(calm.map(p99)),
    flooded: median(flooded.map(p99)),
    ratio: median(pairs.map(({ run, beside }) => p99(run) / p99(beside))),
    growth: median(pairs.map(({ run, beside }) => run.memoryGrowth - beside.memoryGrowth)),
    ...told,
    judged: judge([...calm, ...flooded]),
  }
}

export const renderFlood = (figures: FloodFigures): string =>
  [
    `one client floods: honest p99 ${figures.flooded.toFixed(2)} ms, without it ${figures.calm.toFixed(2)} ms, ratio ${figures.ratio.toFixed(2)}x (goal 1.3x)`,
    `memory grew by ${(figures.growth * 100).toFixed(1)} % more than without it (goal under 10 %)`,
    `it sent ${figures.sent} messages and came back ${figures.comings} times; beside that ${figures.pieces} pieces of messages without end, and was closed ${figures.closed} times`,
  ].join('\n')
