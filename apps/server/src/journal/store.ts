import type { Attempts } from '../access/attempts.ts'
import type { OwnCards } from '../cards/port.ts'
import type { SeatClaims } from '../claims/port.ts'
import type { Nodes } from '../nodes/port.ts'
import type { People } from '../people/port.ts'
import type { RecordStore } from '../records/port.ts'
import type { Journal } from './port.ts'

/**
 * Journal and people lie in one store, because a name commits with its event; own cards and records, so that one file is all
 * there is to keep. `close` ends all of them.
 */
export interface Store {
  readonly journal: Journal
  readonly people: People
  readonly cards: OwnCards
  readonly records: RecordStore
  /** Beside the people, because a seat that is given changes both. */
  readonly claims: SeatClaims
  /** Left out by stores that one server has for itself. */
  readonly nodes?: Nodes
  /** Attempts that are counted for all servers; left out likewise. */
  readonly attempts?: Attempts
  close(): Promise<void>
}
