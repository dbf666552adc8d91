import type { Clock } from '../clock.ts'
import type { Link, Listener } from './link.ts'
import { ANSWERED_WITHIN } from './silence.ts'

/** ms between looks whether what should be heard is subscribed to. */
const LOOK_EVERY = 2_000

export interface Heard {
  /** Resolves when the channel is heard, or can't be right now: then the next look tries again. */
  readonly heard: Promise<void>
  leave(): void
}

/** Sharded channels. After a broken connection the library subscribes anew; that it did is looked at, not believed. */
export class Channels {
  readonly #link: Link
  readonly #clock: Clock
  /** Each hearer is known by its own function, so that one may go and come again at once. */
  readonly #heard = new Set<{ readonly channel: string; readonly listener: Listener }>()
  #cancel: (() => void) | undefined

  constructor(link: Link, clock: Clock) {
    this.#link = link
    this.#clock = clock
    this.#lookAgain()
  }

  listen(channel: string, hear: Listener): Heard {
    const listener: Listener = (message, on) => hear(message, on)
    const entry = { channel, listener }
    this.#heard.add(entry)
    return {
      heard: this.#subscribe(entry),
      leave: () => {
        if (this.#heard.delete(entry)) this.#link.unsubscribe(channel, listener).catch(() => {})
      },
    }
  }

  /** Called when something may have been told and not heard. */
  whenDeaf(look: () => void): void {
    this.#link.whenBack(look)
  }

  stop(): void {
    this.#cancel?.()
    this.#heard.clear()
  }

  /** While Redis is away or silent the library waits with it; whoever wants to hear does not. */
  #subscribe({ channel, listener }: { channel: string; listener: Listener }): Promise<void> {
    return new Promise(resolve => {
      const giveUp = this.#clock.after(ANSWERED_WITHIN, resolve)
      const settled = () => {
        giveUp()
        resolve()
      }
      this.#link.subscribe(channel, listener).then(settled, settled)
    })
  }

  #lookAgain(): void {
    this.#cancel = this.#clock.after(LOOK_EVERY, () => {
      // Costs nothing where it is heard already.
      for (const entry of this.#heard) void this.#subscribe(entry)
      this.#lookAgain()
    })
  }
}
