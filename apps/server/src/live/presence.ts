import type { PersonId } from '@evenkeel/classroom'
import type { Clock } from '../clock.ts'

export type PresenceState = 'here' | 'away'

export interface PresenceParts {
  readonly clock: Clock
  /** ms that a device may be lost before the class is told: a reload, a lift, a phone that sleeps. */
  readonly grace: number
  /** A hint for screens, never journaled. */
  readonly changed: (person: PersonId, state: PresenceState) => void
  /** Lost for longer than the grace. */
  readonly gone: (person: PersonId) => void
  /** A device came to this server. */
  readonly back: (person: PersonId) => void
}

interface Standing {
  /** To this server. */
  connections: number
  gone: boolean
  /** Server time at which they were last lost. */
  lostAt: number
  cancel: (() => void) | undefined
}

/** Which people have a device with a live connection, here or at another server. Volatile: after a restart every grace starts anew. */
export class Presence {
  readonly #parts: PresenceParts
  readonly #people = new Map<PersonId, Standing>()
  readonly #elsewhere = new Map<string, ReadonlySet<PersonId>>()

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  stateOf(person: PersonId): PresenceState {
    return this.isWithUs(person) || this.#isElsewhere(person) ? 'here' : 'away'
  }

  /** How somebody stands, and since when they are lost. */
  standingOf(person: PersonId): { state: PresenceState; gone: boolean; since: number } {
    const known = this.#people.get(person)
    return { state: this.stateOf(person), gone: known?.gone ?? false, since: known?.lostAt ?? 0 }
  }

  isGone(person: PersonId): boolean {
    return this.#people.get(person)?.gone ?? false
  }

  /** Whether this very server has a connection to them. */
  isWithUs(person: PersonId): boolean {
    return (this.#people.get(person)?.connections ?? 0) > 0
  }

  /** Everybody whom this server has a connection to. */
  withUs(): PersonId[] {
    return [...this.#people.keys()].filter(person => this.isWithUs(person))
  }

  /** The other servers that have a connection to anybody. */
  get others(): readonly string[] {
    return [...this.#elsewhere.keys()]
  }

  /** Nobody's grace runs. */
  get settled(): boolean {
    return [...this.#people.values()].every(({ cancel }) => cancel === undefined)
  }

  /** Somebody of whom no connection is known yet: their grace starts now. */
  expect(person: PersonId): void {
    if (this.#people.has(person) || this.#isElsewhere(person)) return
    this.#startGrace(person, this.#standing(person))
  }

  /** Whoever is not here has their whole grace again, also if they were gone. */
  expectAnew(person: PersonId): void {
    if (this.stateOf(person) === 'here') return
    const standing = this.#standing(person)
    standing.gone = false
    this.#startGrace(person, standing)
  }

  enter(person: PersonId): void {
    const before = this.stateOf(person)
    const standing = this.#standing(person)
    standing.connections++
    if (before === 'away') this.#arrived(person)
    if (standing.connections === 1) this.#parts.back(person)
  }

  leave(person: PersonId): void {
    const standing = this.#standing(person)
    if (standing.connections === 0) return
    standing.connections--
    if (this.stateOf(person) === 'away') this.#left(person)
  }

  /** Another server's word on whom it has a connection to. Nobody: it has none, or it is no more. */
  heard(server: string, people: readonly PersonId[]): void {
    const known = this.#elsewhere.get(server) ?? new Set()
    const touched = [...new Set([...known, ...people])]
    const before = new Map(touched.map(person => [person, this.stateOf(person)]))
    if (people.length === 0) this.#elsewhere.delete(server)
    else this.#elsewhere.set(server, new Set(people))
    for (const person of touched) {
      const state = this.stateOf(person)
      if (state === before.get(person)) continue
      if (state === 'here') this.#arrived(person)
      else this.#left(person)
    }
  }

  #arrived(person: PersonId): void {
    const standing = this.#standing(person)
    standing.cancel?.()
    standing.cancel = undefined
    standing.gone = false
    this.#parts.changed(person, 'here')
  }

  #left(person: PersonId): void {
    this.#parts.changed(person, 'away')
    this.#startGrace(person, this.#standing(person))
  }

  #isElsewhere(person: PersonId): boolean {
    for (const people of this.#elsewhere.values()) if (people.has(person)) return true
    return false
  }

  #startGrace(person: PersonId, standing: Standing): void {
    standing.cancel?.()
    standing.lostAt = this.#parts.clock.now()
    standing.cancel = this.#parts.clock.after(this.#parts.grace, () => {
      standing.cancel = undefined
      standing.gone = true
      this.#parts.gone(person)
    })
  }

  #standing(person: PersonId): Standing {
    const known = this.#people.get(person)
    if (known !== undefined) return known
    const standing: Standing = { connections: 0, gone: false, lostAt: 0, cancel: undefined }
    this.#people.set(person, standing)
    return standing
  }

  stop(): void {
    for (const standing of this.#people.values()) standing.cancel?.()
  }
}
