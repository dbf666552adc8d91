import type { WireCommandType } from '@evenkeel/classroom/view'
import { type Answer, RETRYABLE } from '@evenkeel/protocol/constants'

export interface Sending {
  readonly id: string
  readonly type: WireCommandType
  readonly data: unknown
}

export interface NotSent extends Sending {
  /** The sentence of the refusal. */
  readonly say: string
}

export interface OutboxState {
  /** Sent or waiting for a connection; no answer yet. In order. */
  readonly sending: readonly Sending[]
  /** Refused: their text stays on the screen until it is dismissed. */
  readonly notSent: readonly NotSent[]
}

type Settle = (answer: Answer) => void

const PACE = 60

/**
 * This tab's commands without an answer. They survive a reload (sessionStorage), go in order and paced, go again after
 * each connection, and one refusal does not hold up the rest.
 */
export class Outbox {
  #state: OutboxState
  readonly #key: string
  readonly #send: (sending: Sending) => boolean
  readonly #changed: () => void
  readonly #settles = new Map<string, Settle>()
  #queue: string[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(key: string, send: (sending: Sending) => boolean, changed: () => void) {
    this.#key = `evenkeel-outbox ${key}`
    this.#send = send
    this.#changed = changed
    this.#state = { sending: restore(this.#key), notSent: [] }
  }

  get state(): OutboxState {
    return this.#state
  }

  add(sending: Sending): Promise<Answer> {
    this.#set({ ...this.#state, sending: [...this.#state.sending, sending] })
    this.#queue.push(sending.id)
    this.#pump()
    return new Promise(resolve => this.#settles.set(sending.id, resolve))
  }

  /** After each connection everything without an answer goes again; the server knows what it has done by the ids. */
  sendAll(): void {
    this.#queue = this.#state.sending.map(sending => sending.id)
    this.#pump()
  }

  answered(answer: Answer): void {
    const sending = this.#state.sending.find(known => known.id === answer.id)
    if (sending === undefined) return
    if (!answer.ok && RETRYABLE.has(answer.kind)) {
      setTimeout(() => {
        this.#queue.push(answer.id)
        this.#pump()
      }, 1_000)
      return
    }
    this.#set({
      sending: this.#state.sending.filter(known => known !== sending),
      notSent: answer.ok ? this.#state.notSent : [...this.#state.notSent, { ...sending, say: answer.say }],
    })
    this.#settles.get(answer.id)?.(answer)
    this.#settles.delete(answer.id)
  }

  dismiss(id: string): void {
    this.#set({ ...this.#state, notSent: this.#state.notSent.filter(known => known.id !== id) })
  }

  #pump(): void {
    if (this.#timer !== undefined) return
    const next = this.#queue.shift()
    if (next === undefined) return
    const sending = this.#state.sending.find(known => known.id === next)
    if (sending !== undefined && !this.#send(sending)) return void this.#queue.unshift(next)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#pump()
    }, PACE)
  }

  #set(state: OutboxState): void {
    this.#state = state
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(state.sending))
    } catch {
      // Private windows may keep nothing: then a reload loses what was not sent, and the screen still shows it until then.
    }
    this.#changed()
  }
}

function restore(key: string): readonly Sending[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? (kept as Sending[]) : []
  } catch {
    return []
  }
}
