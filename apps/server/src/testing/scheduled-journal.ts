import type { Scheduler } from 'fast-check'
import type { AppendResult, Journal } from '../journal/port.ts'

/** What becomes of an append: it is told as it was, or its answer is lost on the way, or it never arrived. */
export type Fate = 'told' | 'done-but-unknown' | 'not-done-and-unknown'

/**
 * For tests: a journal whose answers arrive in whatever order the scheduler likes, and whose appends meet a fate each, in
 * turn. What is asked is carried out when it is asked; only the telling is late, as on a network.
 */
export function scheduledJournal(inner: Journal, scheduler: Scheduler, fates: readonly Fate[]): Journal {
  let appends = 0
  const late = async <T>(label: string, answer: Promise<T>): Promise<T> => {
    const known = await answer
    await scheduler.schedule(Promise.resolve(), label)
    return known
  }
  const append: Journal['append'] = async batch => {
    const fate = fates[appends++ % Math.max(1, fates.length)] ?? 'told'
    // It is on its way for a while, too: others may be faster.
    await scheduler.schedule(Promise.resolve(), 'append is sent')
    const result: AppendResult | undefined =
      fate === 'not-done-and-unknown' ? undefined : await inner.append(batch)
    await scheduler.schedule(Promise.resolve(), 'append is answered')
    const lost = fate !== 'told' && (result === undefined || result.ok)
    return lost || result === undefined
      ? { ok: false, kind: 'unavailable', outcome: 'unknown', cause: 'the connection broke' }
      : result
  }
  return new Proxy(inner, {
    get(target, name: keyof Journal) {
      if (name === 'append') return append
      if (name === 'head' || name === 'lookup' || name === 'read') {
        return (...args: readonly never[]) => late(name, Reflect.apply(target[name], target, args))
      }
      const own = target[name]
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
}
