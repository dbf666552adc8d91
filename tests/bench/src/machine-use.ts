import { cpus } from 'node:os'
import { familyTime } from './process-family.ts'

/** The share of all processors that is in use while this process waits so many ms. */
export async function machineUse(ms = 1_000): Promise<number> {
  const before = processorTimes()
  await new Promise(resolve => setTimeout(resolve, ms))
  const after = processorTimes()
  const all = after.all - before.all
  return all === 0 ? 0 : 1 - (after.idle - before.idle) / all
}

/**
 * From here on: what the system says is used, without what this process and its descendants use. The answer gives the
 * share of all processors that others had meanwhile, NaN where nobody can tell.
 */
export function watchOthers(): () => number {
  const before = { ...processorTimes(), own: familyTime(), at: performance.now() }
  return () => {
    const own = familyTime() - before.own
    const { idle, all } = processorTimes()
    return shareOfOthers({
      busy: all - before.all - (idle - before.idle),
      own,
      elapsed: performance.now() - before.at,
      processors: cpus().length,
    })
  }
}

/** All in ms; `busy` and `own` are summed over the processors. Both are counted in steps, so that little may come out below nothing. */
export const shareOfOthers = (used: {
  readonly busy: number
  readonly own: number
  readonly elapsed: number
  readonly processors: number
}): number => Math.max(0, (used.busy - used.own) / (used.elapsed * used.processors))

function processorTimes(): { readonly idle: number; readonly all: number } {
  const times = cpus().map(cpu => cpu.times)
  const sum = (of: (each: (typeof times)[number]) => number) =>
    times.reduce((total, each) => total + of(each), 0)
  return {
    idle: sum(each => each.idle),
    all: sum(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq),
  }
}
