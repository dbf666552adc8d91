import { median, type RunFigures } from './figures.ts'
import type { Printed } from './printed.ts'
import { type Pace, runLoad } from './run-load.ts'
import { judge } from './void-runs.ts'

/** CPU per delivery beside bare Socket.IO at several sizes: the more rooms, the more lines share a commit. */
export async function roomsBench(pace: Pace, sizes: readonly number[], repeats: number): Promise<Printed> {
  const lines: string[] = []
  const all: { readonly rooms: number; readonly bare: RunFigures[]; readonly evenkeel: RunFigures[] }[] = []
  for (const rooms of sizes) {
    const bare: RunFigures[] = []
    const evenkeel: RunFigures[] = []
    console.log(`· ${rooms} rooms: bare Socket.IO and Evenkeel in turns`)
    for (let n = 0; n < repeats; n++) {
      bare.push(await runLoad('bare', { ...pace, rooms }))
      evenkeel.push(await runLoad('evenkeel', { ...pace, rooms }))
    }
    const cpu = (runs: readonly RunFigures[]) => median(runs.map(run => run.cpuPerDelivery)).toFixed(0)
    const p99 = (runs: readonly RunFigures[]) => median(runs.map(run => run.delivered.p99)).toFixed(1)
    const ratio = median(evenkeel.map((run, n) => run.cpuPerDelivery / (bare[n] ?? run).cpuPerDelivery))
    const { late } = judge([...bare, ...evenkeel])
    all.push({ rooms, bare, evenkeel })
    lines.push(
      `${String(rooms).padStart(4)} rooms: CPU per delivery ${cpu(bare)} and ${cpu(evenkeel)} us, ${ratio.toFixed(2)}x (goal 1.5x); ` +
        `p99 ${p99(bare)} and ${p99(evenkeel)} ms${late > 0 ? `; in ${late} runs the generator was late` : ''}`,
    )
  }
  return {
    text: lines.join('\n'),
    figures: { sizes: all },
    judged: judge(all.flatMap(size => [...size.bare, ...size.evenkeel])),
  }
}
