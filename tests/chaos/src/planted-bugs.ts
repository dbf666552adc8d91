import type { Journal, Store, StoredEvent } from '@evenkeel/server'

/** Ways to be wrong, in a real server, that a run must notice. */
export const BUGS = [
  'ack-before-commit',
  'alters-a-line',
  'forgets-commands',
  'forgets-after-restart',
] as const
export type Bug = (typeof BUGS)[number]

/** Ways to be wrong about what other servers append. */
export const CLUSTER_BUGS = ['reads-from-the-newest', 'trusts-messages'] as const
export type ClusterBug = (typeof CLUSTER_BUGS)[number]

/** The store with a bug in its journal; without one, the store. `restarted`: over a folder that was used before. */
export function planted(store: Store, bug: Bug | ClusterBug | '', restarted: boolean): Store {
  if (bug === '' || (bug === 'forgets-after-restart' && !restarted)) return store
  const journal = new Proxy(store.journal, {
    get(target, name: keyof Journal) {
      if (bug === 'reads-from-the-newest' || bug === 'trusts-messages') {
        if (name === 'follow') return followWith(target, bug)
      } else if (name === 'append') return appendWith(target, bug)
      if (name === 'lookup' && bug === 'forgets-commands') return async () => undefined
      const own = target[name]
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
  return { ...store, journal, close: () => store.close() }
}

function appendWith(journal: Journal, bug: Bug): Journal['append'] {
  let behind: Promise<unknown> = Promise.resolve()
  return async batch => {
    const last = batch.events.at(-1)?.seq ?? 0
    switch (bug) {
      case 'ack-before-commit':
        // Lines are written a little later, in order; what was not written when the process died was acknowledged all the same.
        if (batch.events.some(event => event.type !== 'LineSaid' && event.type !== 'MomentMarked')) {
          await behind
          return journal.append(batch)
        }
        behind = behind
          .then(() => new Promise(resolve => setTimeout(resolve, 20)))
          .then(() => journal.append(batch))
        return { ok: true, seq: last }
      case 'alters-a-line':
        return journal.append({ ...batch, events: batch.events.map(altered) })
      case 'forgets-commands':
      case 'forgets-after-restart':
        // Ids are lost on the way to the disk, so a retry after a restart is taken for something new.
        return journal.append({
          ...batch,
          events: batch.events.map(event => ({ ...event, commandId: `${event.commandId}~${event.seq}` })),
        })
    }
  }
}

/** ms between two of the reads that begin at `$`. */
const BETWEEN = 60

/**
 * A server that takes what it hears for all there is. Ours notices a gap and reads it: events that are merely dropped here do
 * no harm. So the planted one counts on as if nothing had been said there.
 */
function followWith(journal: Journal, bug: ClusterBug): Journal['follow'] {
  return async (classId, afterSeq, onEvents, onRewritten) => {
    let readAt = 0
    const wrong: typeof onEvents = events => {
      const now = Date.now()
      // Each read begins behind the newest entry: what was appended since the one before is never seen.
      const unread = bug === 'reads-from-the-newest' && now - readAt < BETWEEN
      if (!unread) readAt = now
      // A message brings no lines, and what it did not bring is not asked for.
      const unheard = bug === 'trusts-messages'
      onEvents(unread || unheard ? events.map(missed) : events)
    }
    return journal.follow(classId, afterSeq, wrong, onRewritten)
  }
}

const missed = (event: StoredEvent): StoredEvent =>
  event.type === 'LineSaid' || event.type === 'MomentMarked'
    ? { ...event, type: 'ClocksShifted', v: 1, data: { by: 0 } }
    : event

const altered = (event: StoredEvent): StoredEvent =>
  event.type === 'LineSaid' && event.seq % 7 === 0 && typeof event.data === 'object'
    ? { ...event, data: { ...event.data, text: 'Not what was said.' } }
    : event
