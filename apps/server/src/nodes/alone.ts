import { randomUUID } from 'node:crypto'
import type { Journal } from '../journal/port.ts'
import type { Nodes } from './port.ts'

/** A downtime is known to this precision, in ms. */
const BEAT_EVERY = 5_000

const line = { tell: () => {}, heard: Promise.resolve(), leave: () => {} }

/** The only server there is. */
export function alone(journal: Pick<Journal, 'markAlive' | 'lastAlive'>): Nodes {
  return {
    id: randomUUID(),
    shared: false,
    beatEvery: BEAT_EVERY,
    async begin(now) {
      const from = await journal.lastAlive()
      // The mark waits for the first beat: who dies before classes were set right must find the same gap again.
      return from === undefined ? [] : [{ from, to: now, noted: false }]
    },
    async beat(now) {
      await journal.markAlive(now)
      return []
    },
    end: now => journal.markAlive(now),
    join: () => line,
    tellAll: () => {},
    hearAll: () => {},
    whenDeaf: () => {},
    setDue: () => {},
    takeOverdue: async () => [],
  }
}
