import type { Journal, Store, StoredEvent } from '@evenkeel/server'
import { CLUSTER_BUGS, type ClusterBug, onlyWhatWasTold } from './only-what-was-told.ts'

/** Ways to be wrong, in a real server, that a run must notice. */
export const BUGS = [
  'ack-before-commit',
  'alters-a-line',
  'forgets-commands',
  'forgets-after-restart',
] as const
export type Bug = (typeof BUGS)[number]

export type AnyBug = Bug | ClusterBug

/**
 * The store with a bug in its journal; without one, the store. `restarted`: over a folder that was used before. `url`: of the
 * Redis, where it is one.
 */
export async function planted(
  store: Store,
  bug: AnyBug | '',
  restarted: boolean,
  url: string,
): Promise<Store> {
  if (bug === '' || (bug === 'forgets-after-restart' && !restarted)) return store
  return { ...store, journal: await wrongJournal(store.journal, bug, url), close: () => store.close() }
}

async function wrongJournal(journal: Journal, bug: AnyBug, url: string): Promise<Journal> {
  const cluster = CLUSTER_BUGS.find(known => known === bug)
  if (cluster !== undefined) return onlyWhatWasTold(journal, cluster, url)
  const single = BUGS.find(known => known === bug)
  if (single === undefined) throw new Error(`there is no bug ${bug}`)
  return new Proxy(journal, {
    get(target, name: keyof Journal) {
      if (name === 'append') return appendWith(target, single)
      if (name === 'lookup' && single === 'forgets-commands') return async () => undefined
      const own = target[name]
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
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

const altered = (event: StoredEvent): StoredEvent =>
  event.type === 'LineSaid' && event.seq % 7 === 0 && typeof event.data === 'object'
    ? { ...event, data: { ...event.data, text: 'Not what was said.' } }
    : event
