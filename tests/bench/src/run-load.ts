import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LoadFigures, RunFigures } from './figures.ts'
import type { LoadOrder } from './load-entry.ts'
import { watchOthers } from './machine-use.ts'
import { Subject, type SubjectName } from './subject.ts'

export type Pace = Omit<LoadOrder, 'subject' | 'base'>

/** Begins something beside the load when it is warm; the answer ends it. */
export type Besides = (base: string) => Promise<() => Promise<void>>

/** One run: a fresh server, a fresh generator, the server's CPU time counted over the measured part only. */
export async function runLoad(subject: SubjectName, pace: Pace, besides?: Besides): Promise<RunFigures> {
  const server = await Subject.start(subject)
  const load = fork(fileURLToPath(new URL('load-entry.js', import.meta.url)), [], { execArgv: [] })
  try {
    const order: LoadOrder = { ...pace, subject, base: server.base }
    load.send(order)
    await told(load)
    const settled = await server.use(true)
    const end = await besides?.(server.base)
    const others = watchOthers()
    const before = await server.use()
    const figures = told<LoadFigures>(load)
    load.send('go')
    const seen = await figures
    const after = await server.use()
    const othersUsed = others()
    await end?.()
    const memoryGrowth = (await server.use(true)).rss / settled.rss - 1
    const deliveries = Math.max(1, seen.deliveries)
    const cpuPerDelivery = (after.cpu - before.cpu) / deliveries
    const beside = (after.cpuBeside - before.cpuBeside) / deliveries
    return {
      ...seen,
      cpuPerDelivery,
      allCpuPerDelivery: cpuPerDelivery + beside,
      memoryGrowth,
      others: othersUsed,
    }
  } finally {
    load.kill()
    await server.stop()
  }
}

function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', message => resolve(message as T))
    child.once('exit', code => reject(new Error(`the load generator ended with ${code}`)))
  })
}
