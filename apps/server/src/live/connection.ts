import type { PersonId, Viewer } from '@evenkeel/classroom'
import type { Answer, Subscription, WireRefusalKind } from '@evenkeel/protocol'
import type { Wire } from './wire.ts'

/** As whom a socket acts, proven by its cookie at the handshake. A screen only looks. */
export type Holder =
  /** `seat`, `session`, `screen`: the hash of the token that let them in. */
  /** `cameAs`: whose seat it was given out for; they may have been made one with `person` since. */
  | { readonly kind: 'person'; readonly person: PersonId; readonly cameAs?: PersonId; readonly seat?: string }
  | { readonly kind: 'instructor'; readonly person: PersonId; readonly session?: string }
  | { readonly kind: 'screen'; readonly screen?: string }

/** One socket in one class, with what it follows and which names it was sent. */
export class Connection {
  readonly wire: Wire
  readonly holder: Holder
  readonly following = new Map<Subscription, Viewer | null>()
  readonly names = new Map<PersonId, number>()
  /** Server time of the last message or pong that came from there; undefined: this wire does not tell. */
  lastSign: number | undefined

  constructor(wire: Wire, holder: Holder) {
    this.wire = wire
    this.holder = holder
  }

  get person(): PersonId | undefined {
    return this.holder.kind === 'screen' ? undefined : this.holder.person
  }

  answer(...answers: readonly Answer[]): void {
    this.wire.emit('answers', { answers })
  }

  /** The last word, then the connection closes. `again`: ms until coming back is welcome. */
  bye(kind: WireRefusalKind, say: string, again?: number): void {
    this.wire.emit('bye', { kind, say, ...(again !== undefined && { again }) })
    this.wire.disconnect(true)
  }
}
