import type { WireCommandType, WireShapes } from '@evenkeel/classroom'
import { type Answer, RETRYABLE } from '@evenkeel/protocol'

export interface Sending {
  readonly id: string
  readonly type: WireCommandType
  readonly data: unknown
}

interface Entry {
  readonly sending: Sending
  readonly answer: (answer: Answer) => void
  readonly fail: (cause: Error) => void
}

/**
 * Commands that have no answer yet, in order. They stay until the server answers, over any number of connections; the
 * server recognises what it has already done by the id. A refusal never holds up the rest.
 */
export class Outbox {
  readonly #entries = new Map<string, Entry>()
  readonly #send: (sending: Sending) => void
  readonly #retry: (send: () => void) => void

  /** `retry`: how to wait before sending again what was refused for now only. */
  constructor(send: (sending: Sending) => void, retry: (send: () => void) => void) {
    this.#send = send
    this.#retry = retry
  }

  get size(): number {
    return this.#entries.size
  }

  add<T extends WireCommandType>(
    id: string,
    type: T,
    data: WireShapes[T],
    connected: boolean,
  ): Promise<Answer> {
    return new Promise((answer, fail) => {
      const sending = { id, type, data }
      this.#entries.set(id, { sending, answer, fail })
      if (connected) this.#send(sending)
    })
  }

  answered(answer: Answer): void {
    const entry = this.#entries.get(answer.id)
    if (entry === undefined) return
    if (!answer.ok && RETRYABLE.has(answer.kind)) {
      this.#retry(() => {
        if (this.#entries.has(answer.id)) this.#send(entry.sending)
      })
      return
    }
    this.#entries.delete(answer.id)
    entry.answer(answer)
  }

  /** No answer will come any more. */
  end(cause: Error): void {
    const entries = [...this.#entries.values()]
    this.#entries.clear()
    for (const { fail } of entries) fail(cause)
  }

  /** After a new connection: everything that was not answered goes again, in order. */
  sendAll(): void {
    for (const { sending } of this.#entries.values()) this.#send(sending)
  }
}
