import type { Journal, StoredEvent } from '@evenkeel/server'
import { createClient } from 'redis'
import { Told } from './told.ts'

/** Ways to be wrong about what other servers append. */
export const CLUSTER_BUGS = ['reads-from-the-newest', 'trusts-messages'] as const
export type ClusterBug = (typeof CLUSTER_BUGS)[number]

/**
 * ms. A message is told once: a busy machine may hold it up, only a broken line loses it. Between two reads from the newest entry
 * something is missed all the time.
 */
const PATIENCE: Readonly<Record<ClusterBug, number>> = {
  'trusts-messages': 2_000,
  'reads-from-the-newest': 50,
}
/** ms before a reader whose connection broke reads again. */
const AGAIN = 50

const channelOf = (classId: string) => `chaos:{class:${classId}}:told`
const streamOf = (classId: string, epoch: string) => `evenkeel:{class:${classId}}:events:${epoch}`

/**
 * A server that knows of others' events only what it was told, and looks for nothing else: not every two seconds, not after a
 * broken line, not where a number is missing. `trusts-messages`: each append is published, and whoever does not hear that
 * never reads it. `reads-from-the-newest`: XREAD from `$` again and again, which skips what came between two reads.
 */
export async function onlyWhatWasTold(journal: Journal, bug: ClusterBug, url: string): Promise<Journal> {
  const told = new Map<string, Told>()
  const [asks, hears] = [createClient({ url, disableOfflineQueue: true }), createClient({ url })]
  for (const each of [asks, hears]) each.on('error', () => {})
  await Promise.all([asks.connect(), hears.connect()])

  /** What it was not told of is to it as if nothing had been said there. */
  const known = async (classId: string, events: readonly StoredEvent[]) => {
    const all = await told.get(classId)?.of(events.map(({ seq }) => seq))
    return all === undefined ? events : events.map(event => (all.has(event.seq) ? event : missed(event)))
  }
  const readFromTheNewest = async (stream: string, tell: (first: number, last: number) => void) => {
    for (;;) {
      try {
        const answer: unknown = await hears.sendCommand(['XREAD', 'BLOCK', '1000', 'STREAMS', stream, '$'])
        for (const [, seq] of JSON.stringify(answer).matchAll(/"(\d+)-1"/g)) tell(Number(seq), Number(seq))
      } catch {
        await new Promise(resolve => setTimeout(resolve, AGAIN))
      }
    }
  }
  const wrong: Pick<Journal, 'append' | 'read' | 'follow'> = {
    async append(batch) {
      const result = await journal.append(batch)
      const [first, last] = [batch.events[0]?.seq, batch.events.at(-1)?.seq]
      if (!result.ok || first === undefined || last === undefined) return result
      told.get(batch.classId)?.add(first, last)
      if (bug === 'trusts-messages')
        asks.sPublish(channelOf(batch.classId), `${first} ${last}`).catch(() => {})
      return result
    },
    async read(classId, afterSeq, limit) {
      return known(classId, await journal.read(classId, afterSeq, limit))
    },
    async follow(classId, afterSeq, onEvents) {
      const head = await journal.head(classId)
      const own = new Told(head?.seq ?? 0, PATIENCE[bug])
      let upto = afterSeq
      let [reading, more, ended] = [false, false, false]
      const read = async () => {
        more = true
        if (reading) return
        reading = true
        while (more && !ended) {
          more = false
          const events = await journal.read(classId, upto).then(
            all => known(classId, all),
            () => [],
          )
          upto = events.at(-1)?.seq ?? upto
          if (!ended && events.length > 0) onEvents(events)
        }
        reading = false
      }
      const tell = (first: number, last: number) => {
        own.add(first, last)
        void read()
      }
      const hear = (message: string) => {
        const [first = 0, last = 0] = message.split(' ').map(Number)
        tell(first, last)
      }
      if (bug === 'trusts-messages') await hears.sSubscribe(channelOf(classId), hear)
      else void readFromTheNewest(streamOf(classId, head?.epoch ?? ''), tell)
      told.set(classId, own)
      await read()
      return () => {
        ended = true
      }
    },
  }
  return new Proxy(journal, {
    get(target, name: keyof Journal) {
      if (name === 'append' || name === 'read' || name === 'follow') return wrong[name]
      const own = target[name]
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
}

const missed = (event: StoredEvent): StoredEvent =>
  event.type === 'LineSaid' || event.type === 'MomentMarked'
    ? { ...event, type: 'ClocksShifted', v: 1, data: { by: 0 } }
    : event
