import type { WireCommandType } from '@evenkeel/classroom/view'
import { type Answer, RETRYABLE } from '@evenkeel/protocol/constants'
import { ageOf, type Wired } from './tap-age.ts'

export interface Sending {
  readonly id: string
  readonly type: WireCommandType
  readonly data: unknown
  /** This device's time in ms at which it was typed or tapped. */
  readonly madeAt: number
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

/** ms between two commands: below the rate at which the server asks to slow down. */
const PACE = 60
const RETRY = 1_000
/** One at a time: two of these must never change places, not even when the first has to be sent again. */
const IN_ORDER: ReadonlySet<WireCommandType> = new Set<WireCommandType>(['Speak', 'SetTemperature'])
/** They do not wait behind a hundred taps. */
const URGENT: ReadonlySet<WireCommandType> = new Set<WireCommandType>(['Stop', 'CallHelp', 'CallTimeOut'])

/**
 * This tab's commands without an answer. They survive a reload (sessionStorage), go in order and paced, go again after
 * each connection, and one refusal does not hold up the rest.
 */
export class Outbox {
  #state: OutboxState
  readonly #key: string
  readonly #send: (wired: Wired) => boolean
  readonly #changed: () => void
  readonly #now: () => number
  readonly #settles = new Map<string, Settle>()
  #queue: string[] = []
  /** The one in order that was sent and has no answer yet. */
  #ahead: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    key: string,
    send: (wired: Wired) => boolean,
    changed: () => void,
    now: () => number = () => Date.now(),
  ) {
    this.#key = `evenkeel-outbox ${key}`
    this.#send = send
    this.#changed = changed
    this.#now = now
    this.#state = { sending: restore(this.#key), notSent: [] }
  }

  get state(): OutboxState {
    return this.#state
  }

  add(command: Omit<Sending, 'madeAt'>): Promise<Answer> {
    const sending = { ...command, madeAt: this.#now() }
    this.#set({ ...this.#state, sending: [...this.#state.sending, sending] })
    if (URGENT.has(sending.type)) this.#queue.unshift(sending.id)
    else this.#queue.push(sending.id)
    this.#pump()
    return new Promise(resolve => this.#settles.set(sending.id, resolve))
  }

  /** After each connection everything without an answer goes again; the server knows what it has done by the ids. */
  sendAll(): void {
    this.#ahead = undefined
    const urgent = this.#state.sending.filter(({ type }) => URGENT.has(type))
    const others = this.#state.sending.filter(({ type }) => !URGENT.has(type))
    this.#queue = [...urgent, ...others].map(({ id }) => id)
    this.#pump()
  }

  answered(answer: Answer): void {
    const sending = this.#state.sending.find(known => known.id === answer.id)
    if (sending === undefined) return
    if (!answer.ok && RETRYABLE.has(answer.kind)) {
      setTimeout(() => {
        if (this.#ahead === answer.id) this.#ahead = undefined
        if (!this.#queue.includes(answer.id)) this.#queue.unshift(answer.id)
        this.#pump()
      }, RETRY)
      return
    }
    if (this.#ahead === answer.id) this.#ahead = undefined
    this.#set({
      sending: this.#state.sending.filter(known => known !== sending),
      notSent: answer.ok ? this.#state.notSent : [...this.#state.notSent, { ...sending, say: answer.say }],
    })
    this.#settles.get(answer.id)?.(answer)
    this.#settles.delete(answer.id)
    this.#pump()
  }

  dismiss(id: string): void {
    this.#set({ ...this.#state, notSent: this.#state.notSent.filter(known => known.id !== id) })
  }

  /** Sends the next one that may go, then waits for the pace. */
  #pump(): void {
    if (this.#timer !== undefined) return
    const known = (id: string) => this.#state.sending.find(sending => sending.id === id)
    this.#queue = this.#queue.filter(id => known(id) !== undefined)
    const next = this.#queue
      .map(known)
      .find(sending => sending && (this.#ahead === undefined || !IN_ORDER.has(sending.type)))
    if (next === undefined) return
    const { id, type, data } = next
    if (!this.#send({ id, type, data: ageOf(next, this.#now()) ?? data })) return
    this.#queue = this.#queue.filter(other => other !== id)
    if (IN_ORDER.has(type)) this.#ahead = id
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
