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
  readonly back: (person: PersonId) => void
}

interface Standing {
  connections: number
  gone: boolean
  cancel: (() => void) | undefined
}

/** Which people's devices the server has a live connection to. Volatile: after a restart every grace starts anew. */
export class Presence {
  readonly #parts: PresenceParts
  readonly #people = new Map<PersonId, Standing>()

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  stateOf(person: PersonId): PresenceState {
    return (this.#people.get(person)?.connections ?? 0) > 0 ? 'here' : 'away'
  }

  isGone(person: PersonId): boolean {
    return this.#people.get(person)?.gone ?? false
  }

  /** Somebody of whom no connection is known yet: their grace starts now. */
  expect(person: PersonId): void {
    if (!this.#people.has(person)) this.#startGrace(person, this.#standing(person))
  }

  enter(person: PersonId): void {
    const standing = this.#standing(person)
    standing.connections++
    if (standing.connections > 1) return
    standing.cancel?.()
    standing.cancel = undefined
    standing.gone = false
    this.#parts.changed(person, 'here')
    this.#parts.back(person)
  }

  leave(person: PersonId): void {
    const standing = this.#standing(person)
    standing.connections = Math.max(0, standing.connections - 1)
    if (standing.connections > 0) return
    this.#parts.changed(person, 'away')
    this.#startGrace(person, standing)
  }

  #startGrace(person: PersonId, standing: Standing): void {
    standing.cancel?.()
    standing.cancel = this.#parts.clock.after(this.#parts.grace, () => {
      standing.cancel = undefined
      standing.gone = true
      this.#parts.gone(person)
    })
  }

  #standing(person: PersonId): Standing {
    const known = this.#people.get(person)
    if (known !== undefined) return known
    const standing: Standing = { connections: 0, gone: false, cancel: undefined }
    this.#people.set(person, standing)
    return standing
  }

  stop(): void {
    for (const standing of this.#people.values()) standing.cancel?.()
  }
}
