import type { People } from '../people/port.ts'
import type { Journal } from './port.ts'

/** Journal and people lie in one store, because a name commits with its event. `close` ends both. */
export interface Store {
  readonly journal: Journal
  readonly people: People
  close(): Promise<void>
}
