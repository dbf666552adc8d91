import { cpus } from 'node:os'
import { TOO_LATE } from './report.ts'

/** Of all processors, the share that others may use before figures say more about them than about the server. */
export const TOO_BUSY = 0.2

/** The share of all processors that is in use while this process waits so many ms. */
export async function machineUse(ms = 1_000): Promise<number> {
  const before = processorTimes()
  await new Promise(resolve => setTimeout(resolve, ms))
  const after = processorTimes()
  const all = after.all - before.all
  return all === 0 ? 0 : 1 - (after.idle - before.idle) / all
}

function processorTimes(): { readonly idle: number; readonly all: number } {
  const times = cpus().map(cpu => cpu.times)
  const sum = (of: (each: (typeof times)[number]) => number) =>
    times.reduce((total, each) => total + of(each), 0)
  return {
    idle: sum(each => each.idle),
    all: sum(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq),
  }
}

/** What is void about a bench, in a sentence, or undefined. `inUse` before it began; `late`: loads that stayed too late. */
export function whyVoid({
  inUse,
  late,
}: {
  readonly inUse: number
  readonly late: number
}): string | undefined {
  const busy =
    inUse > TOO_BUSY
      ? `Others used ${(inUse * 100).toFixed(0)} % of this machine's processors when it began (at most ${TOO_BUSY * 100} %).`
      : ''
  const generator =
    late > 0
      ? `The load generator itself was late in ${late} loads, also when they were made again (p99 over ${TOO_LATE} ms).`
      : ''
  const why = [busy, generator].filter(text => text !== '').join(' ')
  return why === '' ? undefined : `VOID: this machine is too busy. ${why} Don't use these figures.`
}
