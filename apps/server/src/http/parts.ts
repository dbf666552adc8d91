import type { Access } from '../access/open-access.ts'
import type { RandomBytes } from '../access/tokens.ts'
import type { CardLibrary } from '../cards/card-library.ts'
import type { SeatClaims } from '../claims/port.ts'
import type { Journal } from '../journal/port.ts'
import type { People } from '../people/port.ts'
import type { Records } from '../records/open-records.ts'
import type { Rehearsals } from '../rehearsal/rehearsals.ts'
import type { LiveClasses } from './classes-port.ts'

/** pino's shape. What is handed to it never holds content, names, codes, tokens or addresses. */
export interface Log {
  info(about: object, what: string): void
  warn(about: object, what: string): void
  error(about: object, what: string): void
}

export interface HttpParts {
  readonly access: Access
  readonly people: People
  readonly claims: SeatClaims
  readonly journal: Pick<Journal, 'writable'>
  readonly classes: LiveClasses
  readonly cards: CardLibrary
  readonly records: Records
  /** Every class that is opened is marked as simulated. */
  readonly onlySimulated?: true
  /** Simulated classes; left out where there are none. */
  readonly rehearsals?: Rehearsals | undefined
  readonly clock: { now(): number }
  readonly random: RandomBytes
  /** PUBLIC_URL: the address by which people outside reach this server, if it has one. */
  readonly publicUrl?: string | undefined
  /** The folder of the exported screens; they may be missing. */
  readonly webDir?: string | undefined
  readonly log: Log
  /** Origins under which phones in this network find the server, most likely first. */
  addresses(): readonly string[]
  /** True once the server is going: /readyz then says no. */
  stopping?(): boolean
}
